import type { SeriesPoint } from '../api/coverage-answer.js';
import { shortMonth } from '../format/days.js';
import { trendPoints, type PageState } from '../model/state.js';
import { html, type Html } from './html.js';
import { number } from './number.js';
import { whenThere } from './part-of-page.js';
import type { Shown } from './shown.js';

const line = ({ on, persons, coverage }: SeriesPoint, isFirst: boolean, shown: Shown): Html =>
  html`<tr>
    <th scope="row">${shortMonth(on, shown.language)}</th>
    <td>
      ${number(shown.count(persons), { metric: 'persons', place: 'trend', key: on }, { isTabStop: isFirst })}
    </td>
    <td>${shown.ratio(coverage)}</td>
  </tr>`;

const table = (points: readonly SeriesPoint[], shown: Shown): Html => {
  const { words } = shown;
  return html`<details>
    <summary>${words.trendTable}</summary>
    <div class="table-frame">
      <table data-arrows>
        <caption class="visually-hidden">
          ${words.trend}. ${words.arrows}
        </caption>
        <thead>
          <tr>
            <th scope="col">${words.month}</th>
            <th scope="col">${words.persons}</th>
            <th scope="col">${words.coverage}</th>
          </tr>
        </thead>
        <tbody>
          ${[...points].reverse().map((point, index) => line(point, index === 0, shown))}
        </tbody>
      </table>
    </div>
  </details>`;
};

/** Month by month: the place of the chart, and its numbers. */
export const trend = (state: PageState, shown: Shown): Html => {
  const { words } = shown;
  return html`<section
    class="panel"
    aria-labelledby="trend-title"
    ${state.trend.kind === 'absent' ? html`hidden` : ''}
  >
    <header>
      <h2 id="trend-title">${words.trend}</h2>
      <p class="note">${words.trendNote}</p>
    </header>
    <div class="chart" id="trend-chart" data-own role="img" aria-label="${words.chartOf(words.trend)}"></div>
    ${whenThere(state.trend, shown, () => table(trendPoints(state), shown))}
  </section>`;
};
