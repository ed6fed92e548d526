import type { PageState } from '../model/state.js';
import { controls } from './controls.js';
import { cut } from './cut.js';
import { hero } from './hero.js';
import { html, type Html } from './html.js';
import { whenThere } from './part-of-page.js';
import { provenance } from './provenance.js';
import { regions } from './regions.js';
import { shownIn, type Shown } from './shown.js';
import { breadcrumb, top } from './top.js';
import { trend } from './trend.js';

const figure = (state: PageState, shown: Shown): Html => html`
  <section class="hero" aria-labelledby="place" aria-busy="${state.isAsking ? 'true' : 'false'}">
    ${state.tokenExpired && html`<p class="warning">${shown.words.tokenExpired}</p>`}
    ${whenThere(state.figure, shown, (answer) => html`${hero(answer, state.target?.base ?? null, shown)} ${provenance(answer, state.isStory, shown)}`)}
  </section>
`;

const footer = ({ words }: Shown): Html => html`
  <details>
    <summary>${words.method}</summary>
    <p><strong>${words.measures.active}.</strong> ${words.definitions.measures.active}</p>
    <p><strong>${words.measures.registered}.</strong> ${words.definitions.measures.registered}</p>
    <p><strong>${words.coverage}.</strong> ${words.definitions.coverage}</p>
    <p><strong>${words.overlap}.</strong> ${words.definitions.overlap}</p>
    <p><strong>${words.codes['unmapped'] ?? ''}.</strong> ${words.definitions.unmapped}</p>
  </details>
  <p><a href="docs">${words.api}</a></p>
  <p>${words.regionSource}</p>
`;

/** The whole page. */
export const page = (state: PageState): Html => {
  const shown = shownIn(state.language);
  return html`
    <a class="skip" href="#place">${shown.words.skip}</a>
    <header class="top">${top(state, shown)}</header>
    <main>
      ${breadcrumb(state, shown)} ${figure(state, shown)} ${controls(state, shown)}
      <div ${state.figure.kind === 'failed' ? html`hidden` : ''}>
        ${regions(state, shown)} ${trend(state, shown)} ${cut(state, shown)}
      </div>
    </main>
    <footer class="foot">${footer(shown)}</footer>
  `;
};
