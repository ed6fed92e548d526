import type { Row } from '../api/coverage-answer.js';
import { gaugeOf } from '../model/figure.js';
import { aimOf } from './aim.js';
import { html, type Html } from './html.js';
import type { Shown } from './shown.js';

const inPercent = (share: number): string => `${(share * 100).toFixed(3)}%`;

/** The bar from nobody to everybody, with the target's mark. */
export const gauge = (row: Row, shown: Shown): Html | null => {
  const bar = gaugeOf(row);
  if (bar === null) return null;
  const { words } = shown;
  const figure = row.coverageText === null ? shown.count(row.persons) : shown.coverage(row);
  const said = row.target ? words.towards(figure, aimOf(row.target, shown)) : figure;
  return html`<div
    class="gauge"
    role="meter"
    aria-label="${words.coverage}"
    aria-valuemin="0"
    aria-valuemax="100"
    aria-valuenow="${(bar.filled * 100).toFixed(2)}"
    aria-valuetext="${said}"
  >
    <div class="gauge-track"><div class="gauge-filled" style="width: ${inPercent(bar.filled)}"></div></div>
    ${
      bar.target !== null &&
      row.target &&
      html`<div class="gauge-target" style="left: ${inPercent(bar.target)}">
        <span class="${bar.target > 0.7 ? 'is-left' : ''}">${words.target(aimOf(row.target, shown))}</span>
      </div>`
    }
  </div>`;
};
