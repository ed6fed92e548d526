import { bodyOf, type PageState } from '../model/state.js';
import type { Html } from '../views/html.js';
import { page } from '../views/page.js';
import { announcement, pageTitle } from '../views/said.js';
import { drawCharts } from './draw-charts.js';
import { morph } from './morph.js';
import type { Store } from './store.js';

/** How often the figure is read out while it moves. */
const ANNOUNCE_EVERY_MS = 15_000;

const elementOf = ({ text }: Html, like: Element): Element => {
  const template = document.createElement('template');
  template.innerHTML = text;
  const element = like.cloneNode(false) as Element;
  element.append(template.content);
  return element;
};

/** Says the figure to screen readers when the place changes, and from time to time while it moves. */
const announcer = (region: HTMLElement) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let place: string | null | undefined;
  let text = '';
  const say = () => {
    timer = undefined;
    if (region.textContent !== text) region.textContent = text;
  };
  return (state: PageState): void => {
    const row = bodyOf(state.figure)?.rows[0];
    if (row === undefined) return;
    text = announcement(state);
    if (row.region !== place) say();
    else timer ??= setTimeout(say, ANNOUNCE_EVERY_MS);
    place = row.region;
  };
};

/** Keeps the page as the state says, drawing at most once a frame. */
export const keepRendered = (
  store: Store<PageState>,
  { root, said }: { root: HTMLElement; said: HTMLElement },
  onRegion: (region: string) => void,
): void => {
  const announce = announcer(said);
  let isDue = false;
  const render = () => {
    isDue = false;
    const { state } = store;
    document.documentElement.lang = state.language;
    document.title = pageTitle(state);
    morph(root, elementOf(page(state), root));
    drawCharts(state, onRegion);
    announce(state);
  };
  store.onChange(() => {
    if (!isDue) requestAnimationFrame(render);
    isDue = true;
  });
  render();
};
