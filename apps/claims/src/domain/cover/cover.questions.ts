import {
  addDays,
  addMonths,
  addMonthsToDay,
  daysBetween,
  monthOf,
  monthsBetween,
  type Day,
  type Month,
  type Programme,
} from '#libs/kernel';
import { membershipOf, type Contribution, type Cover, type Residence, type Terms } from './cover.js';

/** One programme of one membership. */
export interface Insured {
  readonly membershipId: string;
  readonly programme: Programme;
}

/** The contributions of the membership that pay for the programme. */
export const contributionsFor = (
  cover: Cover,
  { membershipId, programme }: Insured,
): readonly Contribution[] =>
  membershipOf(cover, membershipId).contributions.filter(({ programmes }) => programmes.includes(programme));

/**
 * The contribution that covers the programme on the day, of several the one paid first; null when the day is
 * not covered. First and last day are included, and so is the day of death: it is the day that a claim is about. The
 * end of a membership ends no cover that was paid for.
 */
export const coverOn = (cover: Cover, insured: Insured, day: Day): Contribution | null => {
  if (cover.diedOn !== null && day > cover.diedOn) return null;
  const covering = contributionsFor(cover, insured).filter(
    ({ from, through }) => from <= day && day <= through,
  );
  return covering.reduce<Contribution | null>(
    (first, next) => (first === null || next.paidOn < first.paidOn ? next : first),
    null,
  );
};

/** Whether the membership has not ended by the day; that it ended by the death which is claimed for does not count. */
export const isOpenOn = (cover: Cover, membershipId: string, day: Day): boolean => {
  const endedOn = membershipOf(cover, membershipId).registration?.endedOn ?? null;
  return endedOn === null || endedOn > day || endedOn === cover.diedOn;
};

/**
 * The contributions whose cover ended before the day, the latest first, while the membership is open and the person
 * lives. Event cover ends by itself and is none of them.
 */
export const endedBefore = (cover: Cover, insured: Insured, day: Day): readonly Contribution[] => {
  if (!isOpenOn(cover, insured.membershipId, day) || (cover.diedOn !== null && day > cover.diedOn)) return [];
  return contributionsFor(cover, insured)
    .filter(({ eventCover, through }) => !eventCover && through < day)
    .toSorted((a, b) => (a.through < b.through ? 1 : -1));
};

/**
 * The contribution whose cover ended before the day, by less than the months of grace: from its first uncovered day
 * the same day of a later month is no longer in it. Null where there is none.
 */
export const graceOn = (cover: Cover, insured: Insured, day: Day, graceMonths: number): Contribution | null =>
  endedBefore(cover, insured, day).find(
    ({ through }) => day < addMonthsToDay(addDays(through, 1), graceMonths),
  ) ?? null;

/** Whether any contribution to the programme covers a day up to the given one. */
export const contributedBy = (cover: Cover, insured: Insured, day: Day): boolean =>
  contributionsFor(cover, insured).some(({ from }) => from <= day);

/** The calendar months that the contribution pays for; none where it is for the days of an event. */
export const monthsPaidBy = ({ eventCover, from, through }: Contribution): Month[] => {
  if (eventCover) return [];
  const first = monthOf(from);
  return Array.from({ length: monthsBetween(first, monthOf(through)) + 1 }, (_, index) =>
    addMonths(first, index),
  );
};

/** How many calendar months were paid for, up to and with `last`, in a row or not. */
export const contributedMonths = (cover: Cover, insured: Insured, last: Month): number =>
  new Set(
    contributionsFor(cover, insured)
      .flatMap(monthsPaidBy)
      .filter((month) => month <= last),
  ).size;

/** The longest run of calendar months without a gap, up to and with `last`, for which contributions were paid. */
export const consecutiveMonths = (cover: Cover, insured: Insured, last: Month): number => {
  const paid = new Set(contributionsFor(cover, insured).flatMap(monthsPaidBy));
  let longest = 0;
  for (const month of paid) {
    if (paid.has(addMonths(month, -1))) continue;
    let run = 0;
    while (paid.has(addMonths(month, run)) && addMonths(month, run) <= last) run += 1;
    longest = Math.max(longest, run);
  }
  return longest;
};

/** The terms of the membership on the day; null while its registration has not arrived. */
export const termsOn = (cover: Cover, membershipId: string, day: Day): Terms | null => {
  const { registration } = membershipOf(cover, membershipId);
  if (registration === null) return null;
  return registration.changes
    .filter(({ on }) => on <= day)
    .sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)))
    .reduce<Terms>((terms, change) => ({ ...terms, ...change.terms }), registration.terms);
};

/** Which of two statements of residence holds: the later day, then the later recording, then the higher id. */
const byDayThenRecording = (a: Residence, b: Residence): number =>
  daysBetween(b.on, a.on) ||
  Date.parse(a.recordedAt) - Date.parse(b.recordedAt) ||
  (a.eventId < b.eventId ? -1 : 1);

/** The region that the person lives in on the day: before the first known residence, that one; null: unmapped. */
export const residenceOn = (cover: Cover, day: Day): string | null => {
  const statements = cover.residences.toSorted(byDayThenRecording);
  const inForce = statements.findLast(({ on }) => on <= day);
  if (inForce !== undefined) return inForce.region;
  const first = statements[0];
  return first === undefined ? null : statements.findLast(({ on }) => on === first.on)!.region;
};
