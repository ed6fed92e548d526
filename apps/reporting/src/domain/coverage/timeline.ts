import { dayOf, type DayNumber } from './day-number.js';
import type { Knowledge } from './knowledge.js';
import type { Timed } from './measures.js';
import { aloneIn, among, EVERYBODY, type Scope } from './scope.js';
import { staysOf, type Stay } from './residence.js';
import { activeSpans, joinedSpans, registeredSpans, type Span } from './spans.js';
import { signatureOf, type Signature } from './terms.js';

/** Days `from` … `end` (not included) over which a person counts in one cell. */
export interface Interval {
  readonly from: DayNumber;
  readonly end: DayNumber;
  readonly region: string;
  readonly scope: Scope;
  readonly signature: Signature;
  /** Ordinary cover ends with it: here grace begins. */
  readonly lapses: boolean;
}

const spansOf: Record<Timed, (known: Knowledge) => Span[]> = {
  registered: registeredSpans,
  active: activeSpans,
  joined: joinedSpans,
};

/** Days over which the same spans hold. */
type Stretch = Omit<Interval, 'region'>;

type Sign = (values: readonly number[]) => Signature;

const scopesOf = (spans: readonly Span[]): readonly string[] => {
  const first = spans[0]!.scope;
  if (spans.every((span) => span.scope === first)) return [first];
  return [...new Set(spans.map((span) => span.scope))].sort();
};

/** Whether cover ends at the end of all of these spans. */
const lapse = (end: DayNumber, spans: readonly Span[]): boolean =>
  spans.every((span) => span.lapses && span.end === end);

/** The persons of a stretch as they count for everybody: alone in their one code, or not. */
const counted = (from: DayNumber, end: DayNumber, spans: readonly Span[], sign: Sign): Stretch => {
  const scopes = scopesOf(spans);
  const scope = scopes.length === 1 ? aloneIn(scopes[0]!) : EVERYBODY;
  return { from, end, scope, signature: sign(spans.map((span) => span.value)), lapses: lapse(end, spans) };
};

/** Those who came by several codes as they count for each of these. */
const countedApart = (from: DayNumber, end: DayNumber, spans: readonly Span[], sign: Sign): Stretch[] => {
  const scopes = scopesOf(spans);
  if (scopes.length === 1) return [];
  return scopes.map((code) => {
    const ofCode = spans.filter((span) => span.scope === code);
    const signature = sign(ofCode.map((span) => span.value));
    return { from, end, scope: among(code), signature, lapses: lapse(end, ofCode) };
  });
};

const limitsOf = (spans: readonly Span[]): readonly DayNumber[] =>
  [...new Set(spans.flatMap((span) => [span.from, span.end]))].sort((a, b) => a - b);

const stretchesOf = (spans: readonly Span[], sign: Sign): { together: Stretch[]; apart: Stretch[] } => {
  const [first, ...others] = spans;
  if (first && others.length === 0)
    return { together: [counted(first.from, first.end, spans, sign)], apart: [] };
  const together: Stretch[] = [];
  const apart: Stretch[] = [];
  const limits = limitsOf(spans);
  for (let place = 1; place < limits.length; place += 1) {
    const from = limits[place - 1]!;
    const end = limits[place]!;
    const here = spans.filter((span) => span.from <= from && span.end >= end);
    if (here.length === 0) continue;
    together.push(counted(from, end, here, sign));
    apart.push(...countedApart(from, end, here, sign));
  }
  return { together, apart };
};

/** Where a stretch lies over several stays it is cut; neighbours in the same cell become one. */
const settle = (stretches: readonly Stretch[], stays: readonly Stay[]): Interval[] => {
  const intervals: Interval[] = [];
  for (const { scope, signature, lapses, ...days } of stretches) {
    for (const { region, ...stay } of stays) {
      const from = Math.max(days.from, stay.from);
      const end = Math.min(days.end, stay.end);
      if (from >= end) continue;
      const last = intervals.at(-1);
      const continues =
        last?.end === from && last.region === region && last.signature === signature && last.scope === scope;
      const start = continues ? intervals.pop()!.from : from;
      intervals.push({ from: start, end, region, scope, signature, lapses: lapses && end === days.end });
    }
  }
  return intervals;
};

/** Those who joined are signed with their latest day. */
const latestDay: Sign = (days) => dayOf(Math.max(...days));

/** The cells in which spans put a person who lives in these places. */
export const intervalsOf = (
  spans: readonly Span[],
  stays: readonly Stay[],
  sign: Sign = signatureOf,
): readonly Interval[] => {
  if (spans.length === 0) return [];
  const { together, apart } = stretchesOf(spans, sign);
  const intervals = settle(together, stays);
  if (apart.length === 0) return intervals;
  const scopes = [...new Set(apart.map(({ scope }) => scope))];
  return scopes.reduce(
    (all, scope) => [
      ...all,
      ...settle(
        apart.filter((stretch) => stretch.scope === scope),
        stays,
      ),
    ],
    intervals,
  );
};

/**
 * In which cells the person counts on which days. Of the cells that count for everybody a person is in one a day; so it
 * is with the cells of each channel code (or segment).
 */
export const timelineOf = (known: Knowledge, measure: Timed): readonly Interval[] => {
  const spans = spansOf[measure](known);
  if (spans.length === 0) return [];
  return intervalsOf(spans, staysOf(known.residences), measure === 'joined' ? latestDay : signatureOf);
};
