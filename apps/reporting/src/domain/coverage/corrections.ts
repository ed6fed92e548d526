import { NEVER } from './day-number.js';
import { afterGrace, GRACES, type GraceMonths } from './grace.js';
import type { Knowledge } from './knowledge.js';
import { staysOf } from './residence.js';
import { protectedSpans } from './spans.js';
import { intervalsOf, type Interval } from './timeline.js';

/** Days that have to be added to (or taken off) what moved ends of cover say of so many months of grace. */
export interface Correction {
  readonly months: Exclude<GraceMonths, 0>;
  readonly interval: Interval;
  readonly sign: 1 | -1;
}

/** Ends of cover say it all. */
export const NO_CORRECTIONS: readonly Correction[] = [];

/** One cover without a gap, one residence, a membership that goes on as it began: nearly everybody, nearly always. */
const isPlain = ({ covers, residences, memberships, diedOn }: Knowledge): boolean => {
  const [cover] = covers;
  if (cover === undefined) return true;
  if (covers.length > 1 || cover.days.length > 1 || residences.length > 1 || diedOn < NEVER) return false;
  const membership = memberships.get(cover.like.membershipId);
  return membership === undefined || (membership.endedOn === NEVER && membership.changes.length === 0);
};

const moved = ({ lapses, ...interval }: Interval, months: GraceMonths): Interval => ({
  ...interval,
  end: lapses ? afterGrace(interval.end, months) : interval.end,
  lapses: false,
});

const sameDays = (a: Interval, b: Interval): boolean =>
  a.from === b.from &&
  a.end === b.end &&
  a.region === b.region &&
  a.scope === b.scope &&
  a.signature === b.signature;

/** Whether two corrections say the same. */
export const sameCorrection = (a: Correction, b: Correction): boolean =>
  a.months === b.months && a.sign === b.sign && sameDays(a.interval, b.interval);

const missingIn = (intervals: readonly Interval[], others: readonly Interval[]): readonly Interval[] =>
  intervals.filter((each) => !others.some((other) => sameDays(each, other)));

/**
 * What is wanting where moving the ends of cover by months of grace is not exact: a gap shorter than the grace, a move, a
 * change of terms, the end of a membership or a death inside it, another membership that covers.
 * @param active the timeline of what is known
 */
export const correctionsOf = (known: Knowledge, active: readonly Interval[]): readonly Correction[] => {
  if (isPlain(known)) return NO_CORRECTIONS;
  const stays = staysOf(known.residences);
  return GRACES.flatMap((months) => {
    const right = intervalsOf(protectedSpans(known, months), stays).map((each) => moved(each, 0));
    const said = active.map((each) => moved(each, months));
    return [
      ...missingIn(said, right).map((interval): Correction => ({ months, interval, sign: -1 })),
      ...missingIn(right, said).map((interval): Correction => ({ months, interval, sign: 1 })),
    ];
  });
};
