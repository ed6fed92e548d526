import type { Coverage, Row } from '../../api/answers.js';
import type { Answered } from '../../api/client.js';
import type { Metric } from '../../explain/numbered.js';
import { shareOf } from '../../model/figure.js';
import { sorted, UNMAPPED } from '../../model/sorting.js';
import { useVisit } from '../../page/visit.js';
import { Bar } from '../../parts/bar.js';
import { FigureNumber } from '../../parts/number.js';

const MOST_FIRST = { key: 'persons', descending: true } as const;

interface Props {
  readonly of: Answered<Coverage>;
  /** Some parts have denominators of their own (segments, groups of occupations). */
  readonly isMeasured: boolean;
}

const Line = ({ of, row, isMeasured, isFirst }: Props & { readonly row: Row; readonly isFirst: boolean }) => {
  const { shown } = useVisit();
  const key = row.part ?? UNMAPPED;
  const share = shareOf(row.persons, of.body.total.persons);
  return (
    <tr class={key === UNMAPPED ? 'is-unmapped' : ''}>
      <th scope="row">
        {shown.code(key)}
        <Bar share={share ?? 0} />
      </th>
      <td>
        <FigureNumber
          metric="persons"
          text={shown.count(row.persons, row)}
          isTabStop={isFirst}
          of={of}
          row={row}
        />
      </td>
      <td>
        <FigureNumber metric="share" text={shown.ratio(share)} isTabStop={false} of={of} row={row} />
      </td>
      {isMeasured && (
        <td>
          <FigureNumber metric="coverage" text={shown.coverage(row)} isTabStop={false} of={of} row={row} />
        </td>
      )}
    </tr>
  );
};

/** Sum of parts less persons is the overlap. */
const Sums = ({ of, isMeasured }: Props) => {
  const { shown } = useVisit();
  const { words } = shown;
  const { total } = of.body;
  const lines: readonly (readonly [string, Metric & keyof typeof total, string])[] = [
    [words.sumOfParts, 'sumOfParts', ''],
    [words.distinct, 'persons', '− '],
    [words.overlap, 'overlap', '= '],
  ];
  return (
    <tfoot>
      {lines.map(([label, metric, sign]) => (
        <tr key={metric}>
          <th scope="row">{label}</th>
          <td>
            {sign}
            <FigureNumber
              metric={metric}
              text={shown.count(total[metric])}
              isTabStop={false}
              of={of}
              row={null}
            />
          </td>
          <td />
          {isMeasured && <td />}
        </tr>
      ))}
    </tfoot>
  );
};

/** The parts of a cut, one a line, and what is counted in more than one. */
export const CutTable = ({ of, title }: { readonly of: Answered<Coverage>; readonly title: string }) => {
  const { words } = useVisit().shown;
  const { rows } = of.body;
  if (rows.length === 0) return <p class="quiet">{words.nobody}</p>;
  const isMeasured = rows.some(({ denominator }) => denominator !== null);
  const columns = [title, words.persons, words.share, ...(isMeasured ? [words.coverage] : [])];
  return (
    <>
      <table data-arrows>
        <caption class="visually-hidden">
          {title}. {words.arrows}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted(rows, MOST_FIRST).map((row, index) => (
            <Line key={row.part} of={of} row={row} isMeasured={isMeasured} isFirst={index === 0} />
          ))}
        </tbody>
        <Sums of={of} isMeasured={isMeasured} />
      </table>
      <p class="note">{words.overlapNote}</p>
    </>
  );
};
