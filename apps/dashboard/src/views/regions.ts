import { levelOf } from '../model/regions.js';
import { bodyOf, type PageState } from '../model/state.js';
import { html, type Html } from './html.js';
import { whenThere } from './part-of-page.js';
import { regionsTable } from './regions-table.js';
import type { Shown } from './shown.js';

/** What the regions below are called, and where: `Kecamatan di Kota Surakarta`. */
const titleOf = ({ question, figure }: PageState, { words }: Shown): string => {
  const where = bodyOf(figure)?.rows[0]?.name ?? question.region;
  return words.in(words.children[levelOf(question.region)], where);
};

/** The regions of the next level down: the table, and the place of its chart. */
export const regions = (state: PageState, shown: Shown): Html => {
  const { words } = shown;
  const title = titleOf(state, shown);
  const { kind } = state.regions;
  return html`<section class="panel" aria-labelledby="regions-title" ${kind === 'absent' ? html`hidden` : ''}>
    <header>
      <h2 id="regions-title">${title}</h2>
      ${kind === 'there' && html`<button type="button" class="link" data-csv="regions">${words.csv}</button>`}
    </header>
    <div class="panel-columns">
      <div class="table-frame">
        ${whenThere(state.regions, shown, (answer) => regionsTable(answer, state, title, shown))}
      </div>
      <div class="chart" id="regions-chart" data-own role="img" aria-label="${words.chartOf(title)}"></div>
    </div>
  </section>`;
};
