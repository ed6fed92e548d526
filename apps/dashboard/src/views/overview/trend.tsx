import type { Coverage } from '../../api/answers.js';
import { askTrend } from '../../api/asks.js';
import type { Answered } from '../../api/client.js';
import { trendOption } from '../../charts/trend-option.js';
import { aimOf } from '../../explain/aim.js';
import { definitionOf } from '../../explain/of-figure.js';
import { shortMonth } from '../../format/days.js';
import { personsAtTarget, pointsThrough, type TrendPoint } from '../../model/figure.js';
import { useAnswer } from '../../page/answers.js';
import { useVisit } from '../../page/visit.js';
import { Chart } from '../../parts/chart.js';
import { NumberButton } from '../../parts/number.js';
import { WhenThere } from '../../parts/part.js';

const HEIGHT_PX = 280;
const UNDIVIDED = { coverage: null, coverageText: null, denominator: null, gap: null, target: null } as const;

interface Props {
  readonly figure: Answered<Coverage>;
}
interface TableProps extends Props {
  readonly points: readonly TrendPoint[];
  readonly address: string;
}

/** A point of the trend is the figure of another day. */
const PointNumber = ({
  figure,
  address,
  point,
  isFirst,
}: TableProps & { point: TrendPoint; isFirst: boolean }) => {
  const { shown } = useVisit();
  const define = () => {
    const row = { ...figure.body.rows[0]!, ...UNDIVIDED, persons: point.persons };
    return definitionOf(
      { metric: 'persons', answer: { ...figure.body, asOf: point.on }, row, address },
      shown,
    );
  };
  return <NumberButton text={shown.count(point.persons)} define={define} isTabStop={isFirst} />;
};

const TrendTable = (props: TableProps) => {
  const { shown } = useVisit();
  const { words } = shown;
  return (
    <details>
      <summary>{words.trendTable}</summary>
      <div class="table-frame">
        <table data-arrows>
          <caption class="visually-hidden">
            {words.trend}. {words.arrows}
          </caption>
          <thead>
            <tr>
              <th scope="col">{words.month}</th>
              <th scope="col">{words.persons}</th>
              <th scope="col">{words.coverage}</th>
            </tr>
          </thead>
          <tbody>
            {props.points.toReversed().map((point, index) => (
              <tr key={point.on}>
                <th scope="row">{shortMonth(point.on, shown.language)}</th>
                <td>
                  <PointNumber {...props} point={point} isFirst={index === 0} />
                </td>
                <td>{shown.ratio(point.coverage)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
};

const useTarget = ({ figure }: Props) => {
  const { shown } = useVisit();
  const row = figure.body.rows[0];
  const persons = row ? personsAtTarget(row) : null;
  return persons !== null && row?.target
    ? { persons, label: shown.words.target(aimOf(row.target, shown)) }
    : null;
};

/** Two years month by month, ending with the figure that is shown, so that both move together. Not for the public. */
export const Trend = ({ figure }: Props) => {
  const { shown, place, isAnalyst } = useVisit();
  const { words, language } = shown;
  const target = useTarget({ figure });
  const { asOf, rows } = figure.body;
  const part = useAnswer(isAnalyst ? askTrend(place, asOf) : null);
  if (part.kind === 'absent') return null;
  return (
    <section class="panel" aria-labelledby="trend-title">
      <header>
        <h2 id="trend-title">{words.trend}</h2>
        <p class="note">{words.trendNote}</p>
      </header>
      <WhenThere of={part}>
        {({ body, address }) => {
          const points = pointsThrough(body.points, {
            asOf,
            persons: rows[0]?.persons ?? null,
            coverage: rows[0]?.coverage ?? null,
          });
          const option = trendOption({ points, target, language });
          return (
            <>
              <Chart
                id="trend-chart"
                label={words.chartOf(words.trend)}
                option={option}
                heightPx={HEIGHT_PX}
              />
              <TrendTable figure={figure} points={points} address={address} />
            </>
          );
        }}
      </WhenThere>
    </section>
  );
};
