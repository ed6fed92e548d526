import { draw } from '../charts/draw.js';
import { regionsHeightPx, regionsOption } from '../charts/regions-option.js';
import { trendOption } from '../charts/trend-option.js';
import { personsAtTarget } from '../model/figure.js';
import { sorted, UNMAPPED } from '../model/sorting.js';
import { bodyOf, trendPoints, type PageState } from '../model/state.js';
import { aimOf } from '../views/aim.js';
import { shownIn } from '../views/shown.js';

const hostOf = (id: string) => document.getElementById(id)!;

const drawRegions = (state: PageState, onRegion: (region: string) => void): void => {
  const answer = bodyOf(state.regions);
  const host = hostOf('regions-chart');
  host.hidden = answer === null;
  if (answer === null) return;
  const rows = sorted(answer.rows, state.order).filter(({ part }) => part !== UNMAPPED);
  host.style.height = `${regionsHeightPx(rows)}px`;
  const { language } = state;
  draw(host, { option: regionsOption(rows, language), language }, (index) => {
    const region = rows[index]?.region;
    if (region) onRegion(region);
  });
};

const targetOf = (state: PageState) => {
  const row = bodyOf(state.figure)?.rows[0];
  const persons = row ? personsAtTarget(row) : null;
  if (persons === null || !row?.target) return null;
  const shown = shownIn(state.language);
  return { persons, label: shown.words.target(aimOf(row.target, shown)) };
};

const drawTrend = (state: PageState): void => {
  const points = trendPoints(state);
  const host = hostOf('trend-chart');
  host.hidden = points.length === 0;
  if (host.hidden) return;
  const { language } = state;
  draw(host, { option: trendOption({ points, target: targetOf(state), language }), language });
};

/** Draws what the state has numbers for. */
export const drawCharts = (state: PageState, onRegion: (region: string) => void): void => {
  drawRegions(state, onRegion);
  drawTrend(state);
};
