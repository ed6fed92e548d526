import type { Row } from '../../api/answers.js';
import { aimOf } from '../../explain/aim.js';
import { gaugeOf } from '../../model/figure.js';
import { useVisit } from '../../page/visit.js';

const inPercent = (share: number): string => `${(share * 100).toFixed(3)}%`;
/** Beyond it the target's name stands left of its mark. */
const LEFT_BEYOND = 0.7;

/** The bar from nobody to everybody, with the target's mark. */
export const Gauge = ({ row }: { readonly row: Row }) => {
  const { shown } = useVisit();
  const bar = gaugeOf(row);
  if (bar === null) return null;
  const { words } = shown;
  const figure = row.coverageText === null ? shown.count(row.persons) : shown.coverage(row);
  const said = row.target ? words.towards(figure, aimOf(row.target, shown)) : figure;
  return (
    <div
      class="gauge"
      role="meter"
      aria-label={words.coverage}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(bar.filled * 10_000) / 100}
      aria-valuetext={said}
    >
      <div class="gauge-track">
        <div class="gauge-filled" style={{ width: inPercent(bar.filled) }} />
      </div>
      {bar.target !== null && row.target && (
        <div class="gauge-target" style={{ left: inPercent(bar.target) }}>
          <span class={bar.target > LEFT_BEYOND ? 'is-left' : ''}>
            {words.target(aimOf(row.target, shown))}
          </span>
        </div>
      )}
    </div>
  );
};
