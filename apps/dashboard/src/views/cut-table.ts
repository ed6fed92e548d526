import type { CoverageAnswer, Row } from '../api/coverage-answer.js';
import { shareOf } from '../model/figure.js';
import { sorted, UNMAPPED } from '../model/sorting.js';
import { html, type Html } from './html.js';
import { number, TOTAL, type Metric } from './number.js';
import type { Shown } from './shown.js';

const MOST_FIRST = { key: 'persons', descending: true } as const;

/** What every line of the table is made from. */
interface Context {
  readonly answer: CoverageAnswer;
  /** Some parts have denominators of their own (segments, groups of occupations). */
  readonly isMeasured: boolean;
  readonly shown: Shown;
}

const cell = (metric: Metric, key: string, text: string, isTabStop = false): Html =>
  html`<td>${number(text, { metric, place: 'cut', key }, { isTabStop })}</td>`;

const line = (row: Row, isFirst: boolean, { answer, isMeasured, shown }: Context): Html => {
  const key = row.part ?? UNMAPPED;
  const share = shareOf(row.persons, answer.total.persons);
  const width = `${((share ?? 0) * 100).toFixed(2)}%`;
  return html`<tr class="${key === UNMAPPED ? 'is-unmapped' : ''}">
    <th scope="row">
      ${shown.code(key)}
      <div class="bar" aria-hidden="true"><div style="width: ${width}"></div></div>
    </th>
    ${cell('persons', key, shown.count(row.persons, row), isFirst)} ${cell('share', key, shown.ratio(share))}
    ${isMeasured && cell('coverage', key, shown.coverage(row))}
  </tr>`;
};

const sumLine = (label: string, metric: Metric, text: string, { isMeasured }: Context, sign = ''): Html =>
  html`<tr>
    <th scope="row">${label}</th>
    <td>${sign}${number(text, { metric, place: 'cut', key: TOTAL }, { isTabStop: false })}</td>
    <td></td>
    ${isMeasured && html`<td></td>`}
  </tr>`;

/** Sum of parts less persons is the overlap. */
const sums = (context: Context): Html => {
  const { words, count } = context.shown;
  const { sumOfParts, persons, overlap } = context.answer.total;
  return html`<tfoot>
    ${sumLine(words.sumOfParts, 'sumOfParts', count(sumOfParts), context)}
    ${sumLine(words.distinct, 'persons', count(persons), context, '− ')}
    ${sumLine(words.overlap, 'overlap', count(overlap), context, '= ')}
  </tfoot>`;
};

/** The parts of a cut, one a line, and what is counted in more than one. */
export const cutTable = (answer: CoverageAnswer, title: string, shown: Shown): Html => {
  const { words } = shown;
  if (answer.rows.length === 0) return html`<p class="quiet">${words.nobody}</p>`;
  const isMeasured = answer.rows.some(({ denominator }) => denominator !== null);
  const context = { answer, isMeasured, shown };
  const columns = [title, words.persons, words.share, ...(isMeasured ? [words.coverage] : [])];
  return html`<table data-arrows>
      <caption class="visually-hidden">
        ${title}. ${words.arrows}
      </caption>
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${sorted(answer.rows, MOST_FIRST).map((row, index) => line(row, index === 0, context))}
      </tbody>
      ${sums(context)}
    </table>
    <p class="note">${words.overlapNote}</p>`;
};
