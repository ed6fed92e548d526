import type { CoverageAnswer, Row } from '../api/coverage-answer.js';
import { aimOf } from './aim.js';
import { gauge } from './gauge.js';
import { html, type Html } from './html.js';
import { number, TOTAL, type Metric } from './number.js';
import type { Shown } from './shown.js';

const ofFigure = (metric: Metric) => ({ metric, place: 'figure', key: TOTAL }) as const;

/** `44,24%`, or the persons where nothing is known to divide by. */
const largeFigure = (row: Row, shown: Shown): Html =>
  html`<p class="figure" id="figure">
    ${
      row.coverageText === null
        ? number(shown.count(row.persons, row), ofFigure('persons'), {
            className: row.masked ? 'is-masked' : '',
          })
        : number(shown.coverage(row), ofFigure('coverage'))
    }
  </p>`;

/** `100.512 dari 227.164 penduduk bekerja adalah peserta aktif.` */
const sentence = (row: Row, { measure }: CoverageAnswer, shown: Shown): Html => {
  const { words } = shown;
  if (row.denominator === null)
    return html`<p class="sentence">
      ${words.people[measure]}.
      <span class="quiet">${row.masked ? words.maskedNote : words.noDenominator}</span>
    </p>`;
  const persons = number(shown.count(row.persons, row), ofFigure('persons'));
  const all = number(shown.whole(row.denominator.value), ofFigure('denominator'));
  return html`<p class="sentence">
    ${persons} ${words.of} ${all} ${words.are[measure](row.denominator.definition)}
  </p>`;
};

const fact = (label: string, value: Html, note: string): Html =>
  html`<div class="fact">
    <dt>${label}</dt>
    <dd>${value} <span class="note">${note}</span></dd>
  </div>`;

const gapFact = (row: Row, shown: Shown): Html | null =>
  row.gap === null
    ? null
    : fact(
        shown.words.gap,
        number(shown.whole(row.gap), ofFigure('gap')),
        shown.words.gapNote(row.denominator?.definition ?? ''),
      );

const targetFact = ({ target }: Row, shown: Shown): Html | null => {
  if (target === null || target.needed === null) return null;
  const { words } = shown;
  const aim = aimOf(target, shown);
  const needed = number(shown.whole(target.needed), ofFigure('needed'));
  return fact(target.needed === 0 ? words.reached(aim) : words.needed(aim), needed, words.neededNote);
};

const warning = (slug: string, row: Row, base: string | null, shown: Shown): Html => {
  const { warnings } = shown.words;
  const text =
    slug === 'target-base-differs' && row.target && row.denominator
      ? warnings.targetBaseDiffers(aimOf(row.target, shown), base, row.denominator.definition)
      : warnings.other(slug);
  return html`<p class="warning"><strong>${warnings.label}.</strong> ${text}</p>`;
};

/** The figure of a region: place and day, the number, how far it is from the target. */
export const hero = (answer: CoverageAnswer, targetBase: string | null, shown: Shown): Html | null => {
  const row = answer.rows[0];
  if (row === undefined) return null;
  const { words } = shown;
  const facts = [gapFact(row, shown), targetFact(row, shown)].filter((each) => each !== null);
  return html`
    <h1 id="place" tabindex="-1">${words.andDay(row.name ?? row.region ?? '', shown.day(answer.asOf))}</h1>
    ${answer.knownOn && html`<p class="known">${words.knownThrough(shown.day(answer.knownOn))}</p>`}
    <div class="hero-columns">
      <div>${largeFigure(row, shown)} ${sentence(row, answer, shown)}</div>
      ${facts.length > 0 && html`<dl class="facts">${facts}</dl>`}
    </div>
    ${gauge(row, shown)} ${(row.warnings ?? []).map((slug) => warning(slug, row, targetBase, shown))}
  `;
};
