import type { Coverage, Row } from '../../api/answers.js';
import type { Answered } from '../../api/client.js';
import { aimOf } from '../../explain/aim.js';
import type { StatedTarget } from '../../explain/inputs.js';
import { gaugeOf } from '../../model/figure.js';
import { useVisit } from '../../page/visit.js';
import { TargetSentence } from './target-sentence.js';

const inPercent = (share: number): string => `${(share * 100).toFixed(3)}%`;
/** Beyond it the target's name stands left of its mark. */
const LEFT_BEYOND = 0.7;

interface Props {
  readonly of: Answered<Coverage>;
  readonly row: Row;
  readonly target: StatedTarget | null;
}

/** The bar from nobody to everybody, with the target's mark. */
export const Gauge = (stating: Props) => {
  const { row } = stating;
  const { shown } = useVisit();
  const bar = gaugeOf(row);
  if (bar === null) return null;
  const { words } = shown;
  const figure = row.coverageText === null ? shown.count(row.persons) : shown.coverage(row);
  const said = row.target ? words.towards(figure, aimOf(row.target, shown)) : figure;
  return (
    <div class="gauge">
      <div
        class="gauge-track"
        role="meter"
        aria-label={words.coverage}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(bar.filled * 10_000) / 100}
        aria-valuetext={said}
      >
        <div class="gauge-filled" style={{ width: inPercent(bar.filled) }} />
      </div>
      {bar.target !== null && row.target && (
        <div class="gauge-target" style={{ left: inPercent(bar.target) }}>
          <span class={bar.target > LEFT_BEYOND ? 'is-left' : ''}>
            <TargetSentence {...stating} say={words.target} />
          </span>
        </div>
      )}
    </div>
  );
};
