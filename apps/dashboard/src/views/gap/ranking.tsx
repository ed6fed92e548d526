import type { Coverage } from '../../api/answers.js';
import type { Answered } from '../../api/client.js';
import { shareDefinition } from '../../explain/of-share.js';
import { rankByGap, type Ranked } from '../../model/ranking.js';
import { useVisit } from '../../page/visit.js';
import { Go } from '../../parts/go.js';
import { FigureNumber, NumberButton } from '../../parts/number.js';

interface Props {
  readonly answers: readonly Answered<Coverage>[];
  /** Persons needed in all. */
  readonly needed: number;
}

interface LineProps {
  readonly of: Ranked<Answered<Coverage>>;
  readonly rank: number;
  readonly needed: number;
}

const Line = ({ of, rank, needed }: LineProps) => {
  const { shown } = useVisit();
  const { whole } = shown;
  const { entry, row, gap, share, allGaps } = of;
  return (
    <tr>
      <td>{whole(rank)}</td>
      <th scope="row">
        <Go to={{ view: 'overview', region: row.region ?? '' }}>{row.name ?? row.region}</Go>
      </th>
      <td>
        <FigureNumber metric="gap" text={whole(gap)} isTabStop={rank === 1} of={entry} row={row} />
      </td>
      <td>
        <FigureNumber metric="coverage" text={shown.coverage(row)} isTabStop={false} of={entry} row={row} />
      </td>
      <td>
        <NumberButton
          text={whole(share)}
          isTabStop={false}
          define={() => shareDefinition(entry, { gap, share, allGaps, needed }, shown)}
        />
      </td>
    </tr>
  );
};

/** The regions that are missing most, largest first. */
export const Ranking = ({ answers, needed }: Props) => {
  const { shown } = useVisit();
  const { words } = shown;
  const entries = answers.flatMap((entry) => entry.body.rows.map((row) => ({ entry, row })));
  const ranked = rankByGap(entries, needed);
  if (ranked.length === 0) return <p class="quiet">{words.noDenominator}</p>;
  const columns = [words.gapView.rank, words.region, words.gap, words.coverage, words.gapView.share];
  return (
    <div class="table-frame">
      <table data-arrows id="ranking">
        <caption class="visually-hidden">
          {words.gapView.where}. {words.arrows}
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
          {ranked.map((one, index) => (
            <Line key={one.row.region} of={one} rank={index + 1} needed={needed} />
          ))}
        </tbody>
      </table>
    </div>
  );
};
