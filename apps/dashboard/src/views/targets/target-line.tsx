import type { Progress, TargetDetail, Targets } from '../../api/answers.js';
import { askDenominators, askProgress } from '../../api/asks.js';
import type { Answered } from '../../api/client.js';
import { aimOf } from '../../explain/aim.js';
import { progressDefinition, type ProgressMetric, type ProgressOf } from '../../explain/of-progress.js';
import { targetDefinition } from '../../explain/of-references.js';
import { decimal } from '../../format/numbers.js';
import { bodyOf, useAnswer, type Part } from '../../page/answers.js';
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

interface CellProps extends ProgressOf {
  readonly metric: ProgressMetric;
  readonly isTabStop: boolean;
}

const Cell = ({ metric, isTabStop, ...given }: CellProps) => {
  const { shown } = useVisit();
  return (
    <td>
      <NumberButton
        text={textOf(metric, given.of.body, shown)}
        isTabStop={isTabStop}
        define={() => progressDefinition(metric, given, shown)}
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
  readonly of: Answered<Targets>;
  readonly target: TargetDetail;
  readonly isFirst: boolean;
}

/** A target with how far it is, and the pace that it needs beside the one that there is. */
export const TargetLine = ({ of, target, isFirst }: Props) => {
  const { shown, place, isAnalyst } = useVisit();
  const { words, whole, day } = shown;
  const part = useAnswer(isAnalyst ? askProgress(target.id, place.asOf) : null);
  const denominators = bodyOf(useAnswer(askDenominators))?.items ?? [];
  const until = target.through === null ? words.targets.open : words.targets.until(day(target.through));
  return (
    <tr>
      <th scope="row">
        <NumberButton text={aimOf(target, shown)} define={() => targetDefinition(of, target, shown)} />{' '}
        <span class="note">{target.segment ? shown.code(target.segment) : ''}</span>
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
          <Cell
            key={metric}
            metric={metric}
            of={part.answer}
            denominators={denominators}
            isTabStop={isFirst && index === 0}
          />
        ))
      ) : (
        <td colSpan={METRICS.length} class="quiet">
          <Missing part={part} />
        </td>
      )}
    </tr>
  );
};
