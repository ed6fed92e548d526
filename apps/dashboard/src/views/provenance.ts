import type { CoverageAnswer, Denominator, Freshness } from '../api/coverage-answer.js';
import { instantInJakarta } from '../format/days.js';
import { duration } from '../format/numbers.js';
import { html, type Html } from './html.js';
import { number, TOTAL, type Metric } from './number.js';
import type { Shown } from './shown.js';

const ofFigure = (metric: Metric) => ({ metric, place: 'figure', key: TOTAL }) as const;

const denominatorEntry = (denominator: Denominator, shown: Shown): Html => {
  const { words } = shown;
  const { asOf, source, version } = denominator;
  return html`<div>
    <dt>${words.denominator}</dt>
    <dd>
      ${denominator.definition}, ${number(shown.whole(denominator.value), ofFigure('denominator'))}
      <span class="note">${words.denominatorText(shown.day(asOf), source, String(version))}</span>
    </dd>
  </div>`;
};

const lag = (lagMs: number | null, shown: Shown): Html | null =>
  lagMs === null
    ? null
    : html`${shown.words.behind} ${number(duration(lagMs, shown.language), ofFigure('lag'))} ·`;

const freshnessEntry = ({ recordedThrough, lagMs, applied }: Freshness, shown: Shown): Html => {
  const { words, language } = shown;
  return html`<div>
    <dt>${words.freshness}</dt>
    <dd>
      ${recordedThrough === null ? words.nothingRecorded : words.recordedThrough(instantInJakarta(recordedThrough, language))}
      <span class="note">
        ${lag(lagMs, shown)} ${number(shown.whole(applied), ofFigure('applied'))} ${words.events}
      </span>
    </dd>
  </div>`;
};

/** Where the figure comes from: what is counted, of how many, how fresh. */
export const provenance = (answer: CoverageAnswer, isStory: boolean, shown: Shown): Html => {
  const { words } = shown;
  const denominator = answer.rows[0]?.denominator ?? null;
  return html`
    <dl class="provenance">
      <div>
        <dt>${words.counted}</dt>
        <dd>${words.countedText[answer.measure]}</dd>
      </div>
      ${denominator && denominatorEntry(denominator, shown)} ${freshnessEntry(answer.freshness, shown)}
    </dl>
    ${isStory && html`<p class="sample">${words.sample}</p>`}
  `;
};
