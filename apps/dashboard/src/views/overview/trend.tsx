import type { Coverage, Series } from '../../api/answers.js';
import { askTrend } from '../../api/asks.js';
import type { Answered } from '../../api/client.js';
import { trendOption } from '../../charts/trend-option.js';
import { aimOf } from '../../explain/aim.js';
import { pointDefinition, type PointMetric } from '../../explain/of-point.js';
import { shortMonth } from '../../format/days.js';
import { personsAtTarget, pointsThrough, type TrendPoint } from '../../model/figure.js';
import { useAnswer } from '../../page/answers.js';
import { useVisit } from '../../page/visit.js';
import { Chart } from '../../parts/chart.js';
import { NumberButton } from '../../parts/number.js';
import { WhenThere } from '../../parts/part.js';

const HEIGHT_PX = 280;

interface Props {
  readonly figure: Answered<Coverage>;
}
interface TableProps extends Props {
  readonly points: readonly TrendPoint[];
  readonly series: Answered<Series>;
}

interface PointProps {
  readonly metric: PointMetric;
  readonly figure: Answered<Coverage>;
  readonly series: Answered<Series>;
  readonly point: TrendPoint;
  readonly isTabStop: boolean;
}

const PointNumber = ({ metric, isTabStop, ...of }: PointProps) => {
  const { shown } = useVisit();
  const { persons, coverage } = of.point;
  const text = metric === 'persons' ? shown.count(persons) : shown.ratio(coverage);
  return <NumberButton text={text} define={() => pointDefinition(metric, of, shown)} isTabStop={isTabStop} />;
};

const TrendTable = ({ points, ...of }: TableProps) => {
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
            {points.toReversed().map((point, index) => (
              <tr key={point.on}>
                <th scope="row">{shortMonth(point.on, shown.language)}</th>
                <td>
                  <PointNumber {...of} metric="persons" point={point} isTabStop={index === 0} />
                </td>
                <td>
                  <PointNumber {...of} metric="coverage" point={point} isTabStop={false} />
                </td>
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
        {(series) => {
          const points = pointsThrough(series.body.points, {
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
              <TrendTable figure={figure} points={points} series={series} />
            </>
          );
        }}
      </WhenThere>
    </section>
  );
};
