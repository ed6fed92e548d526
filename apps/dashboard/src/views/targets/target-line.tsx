import type { Progress, TargetDetail } from '../../api/answers.js';
import { askProgress } from '../../api/asks.js';
import type { Answered } from '../../api/client.js';
import { aimOf } from '../../explain/aim.js';
import { progressDefinition, type ProgressMetric } from '../../explain/of-progress.js';
import { decimal } from '../../format/numbers.js';
import { useAnswer, type Part } from '../../page/answers.js';
import { useVisit } from '../../page/visit.js';
import { NumberButton } from '../../parts/number.js';
import { NotRefreshed } from '../../parts/part.js';
import { projectionText } from '../../words/projection-text.js';
import type { Shown } from '../../words/shown.js';
import { RegionNames } from './region-names.js';

const METRICS: readonly ProgressMetric[] = ['reached', 'needed', 'neededPerDay', 'pacePerDay', 'projectedOn'];

const textOf = (metric: ProgressMetric, progress: Progress, shown: Shown): string => {
  if (metric === 'projectedOn') return projectionText(progress, shown);
  const { whole, words, language } = shown;
  const value = progress[metric];
  if (value === null) return words.unknown;
  return metric === 'reached' || metric === 'needed' ? whole(value) : decimal(value, language);
};

const Cell = ({
  metric,
  of,
  isTabStop,
}: {
  metric: ProgressMetric;
  of: Answered<Progress>;
  isTabStop: boolean;
}) => {
  const { shown } = useVisit();
  return (
    <td>
      <NumberButton
        text={textOf(metric, of.body, shown)}
        isTabStop={isTabStop}
        define={() => progressDefinition(metric, of, shown)}
      />
    </td>
  );
};

/** Why there is no progress to show. */
const Missing = ({ part }: { readonly part: Part<Progress> }) => {
  const { words } = useVisit().shown;
  if (part.kind === 'failed') return words.failures[part.failure];
  return part.kind === 'absent' ? words.targets.forAnalysts : words.loading;
};

interface Props {
  readonly target: TargetDetail;
  readonly isFirst: boolean;
}

/** A target with how far it is, and the pace that it needs beside the one that there is. */
export const TargetLine = ({ target, isFirst }: Props) => {
  const { shown, place, isAnalyst } = useVisit();
  const { words, whole, day } = shown;
  const part = useAnswer(isAnalyst ? askProgress(target.id, place.asOf) : null);
  const until = target.through === null ? words.targets.open : words.targets.until(day(target.through));
  return (
    <tr>
      <th scope="row">
        {aimOf(target, shown)} <span class="note">{target.segment ? shown.code(target.segment) : ''}</span>
        <span class="note block">
          <RegionNames codes={target.regions} />
        </span>
        <span class="note block">
          {words.targets.stated(target.publisher, target.source, whole(target.version))} · {until}
        </span>
        <NotRefreshed of={part} />
      </th>
      {part.kind === 'there' ? (
        METRICS.map((metric, index) => (
          <Cell key={metric} metric={metric} of={part.answer} isTabStop={isFirst && index === 0} />
        ))
      ) : (
        <td colSpan={METRICS.length} class="quiet">
          <Missing part={part} />
        </td>
      )}
    </tr>
  );
};
