import type { Coverage, Row } from '../../api/answers.js';
import type { Answered } from '../../api/client.js';
import type { Metric } from '../../explain/numbered.js';
import { shareOf } from '../../model/figure.js';
import { UNMAPPED } from '../../model/sorting.js';
import { useVisit } from '../../page/visit.js';
import { Go } from '../../parts/go.js';
import { FigureNumber } from '../../parts/number.js';
import { SortHeading } from '../../parts/sort-heading.js';
import type { Shown } from '../../words/shown.js';

type Column = 'persons' | 'coverage' | 'gap' | 'share';

interface Props {
  readonly of: Answered<Coverage>;
  readonly rows: readonly Row[];
  readonly title: string;
}

/** Coverage and gap stand beside the persons where at least one region has a denominator, else their share of all. */
const columnsOf = (rows: readonly Row[]): readonly Column[] =>
  rows.some(({ denominator }) => denominator !== null)
    ? ['persons', 'coverage', 'gap']
    : ['persons', 'share'];

const textOf = (column: Column, row: Row, all: number | null, shown: Shown): string => {
  if (column === 'coverage') return shown.coverage(row);
  if (column === 'share') return shown.ratio(shareOf(row.persons, all));
  return shown.count(row[column], row);
};

const Line = ({ of, row, columns, isFirst }: Omit<Props, 'rows' | 'title'> & LineProps) => {
  const { shown } = useVisit();
  const { region, name } = row;
  return (
    <tr class={region === null ? 'is-unmapped' : ''}>
      <th scope="row">
        {region === null ? shown.code(UNMAPPED) : <Go to={{ region }}>{name ?? region}</Go>}
      </th>
      {columns.map((column, index) => (
        <td key={column}>
          <FigureNumber
            metric={column satisfies Metric}
            text={textOf(column, row, of.body.total.persons, shown)}
            isTabStop={isFirst && index === 0}
            of={of}
            row={row}
          />
        </td>
      ))}
    </tr>
  );
};
interface LineProps {
  readonly row: Row;
  readonly columns: readonly Column[];
  readonly isFirst: boolean;
}

/** The regions of the next level down, one a line, each a link. */
export const RegionsTable = ({ of, rows, title }: Props) => {
  const { shown } = useVisit();
  const { words } = shown;
  const columns = columnsOf(rows);
  return (
    <>
      <table data-arrows>
        <caption class="visually-hidden">
          {title}. {words.arrows}
        </caption>
        <thead>
          <tr>
            <SortHeading by="name" label={words.region} />
            {columns.map((column) => (
              <SortHeading key={column} by={column === 'share' ? null : column} label={words[column]} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <Line key={row.region ?? row.part} of={of} row={row} columns={columns} isFirst={index === 0} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.total}</th>
            <td>
              <FigureNumber
                metric="persons"
                text={shown.count(of.body.total.persons)}
                isTabStop={false}
                of={of}
                row={null}
              />
            </td>
            {columns.slice(1).map((column) => (
              <td key={column} />
            ))}
          </tr>
        </tfoot>
      </table>
      {rows.some(({ masked }) => masked) && <p class="note">{words.maskedNote}</p>}
    </>
  );
};
