import type { CoverageAnswer, Row } from '../api/coverage-answer.js';
import { shareOf } from '../model/figure.js';
import { addressOf } from '../model/question.js';
import { sorted, UNMAPPED } from '../model/sorting.js';
import type { PageState } from '../model/state.js';
import { headingCell, type Column } from './heading-cell.js';
import { html, type Html } from './html.js';
import { number, TOTAL, type Metric } from './number.js';
import type { Shown } from './shown.js';

/** What every line of the table is made from. */
interface Context {
  readonly state: PageState;
  readonly answer: CoverageAnswer;
  readonly metrics: readonly Metric[];
  readonly shown: Shown;
}

/** Coverage and gap stand beside the persons where at least one region has a denominator, else their share of all. */
const metricsOf = ({ rows }: CoverageAnswer): readonly Metric[] =>
  rows.some(({ denominator }) => denominator !== null)
    ? ['persons', 'coverage', 'gap']
    : ['persons', 'share'];

const columnOf = (metric: Metric, { words }: Shown): Column => {
  if (metric === 'persons' || metric === 'coverage' || metric === 'gap')
    return { key: metric, label: words[metric] };
  return { key: null, label: words.share };
};

const regionName = ({ part, region, name }: Row, { state, shown }: Context): Html | string =>
  part === UNMAPPED || region === null
    ? shown.code(UNMAPPED)
    : html`<a href="${addressOf({ ...state.question, region })}" data-go>${name ?? region}</a>`;

const cellText = (metric: Metric, row: Row, { answer, shown }: Context): string => {
  if (metric === 'persons') return shown.count(row.persons, row);
  if (metric === 'coverage') return shown.coverage(row);
  if (metric === 'gap') return shown.count(row.gap, row);
  return shown.ratio(shareOf(row.persons, answer.total.persons));
};

const line = (row: Row, isFirst: boolean, context: Context): Html => {
  const key = row.region ?? UNMAPPED;
  return html`<tr class="${row.region === null ? 'is-unmapped' : ''}">
    <th scope="row">${regionName(row, context)}</th>
    ${context.metrics.map((metric, index) => {
      const isTabStop = isFirst && index === 0;
      const text = cellText(metric, row, context);
      return html`<td>${number(text, { metric, place: 'regions', key }, { isTabStop })}</td>`;
    })}
  </tr>`;
};

const totalLine = ({ answer, metrics, shown }: Context): Html => {
  const reference = { metric: 'persons', place: 'regions', key: TOTAL } as const;
  return html`<tfoot>
    <tr>
      <th scope="row">${shown.words.total}</th>
      <td>${number(shown.count(answer.total.persons), reference, { isTabStop: false })}</td>
      ${metrics.slice(1).map(() => html`<td></td>`)}
    </tr>
  </tfoot>`;
};

/** The regions of the next level down, one a line, each a link. */
export const regionsTable = (answer: CoverageAnswer, state: PageState, title: string, shown: Shown): Html => {
  const { words } = shown;
  const context = { state, answer, metrics: metricsOf(answer), shown };
  const columns: readonly Column[] = [
    { key: 'name', label: words.region },
    ...context.metrics.map((metric) => columnOf(metric, shown)),
  ];
  return html`<table data-arrows>
      <caption class="visually-hidden">
        ${title}. ${words.arrows}
      </caption>
      <thead>
        <tr>
          ${columns.map((column) => headingCell(column, state.order, words))}
        </tr>
      </thead>
      <tbody>
        ${sorted(answer.rows, state.order).map((row, index) => line(row, index === 0, context))}
      </tbody>
      ${totalLine(context)}
    </table>
    ${answer.rows.some(({ masked }) => masked) && html`<p class="note">${words.maskedNote}</p>`}`;
};
