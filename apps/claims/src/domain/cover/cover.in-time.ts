import {
  addDays,
  dueOn,
  firstDayOf,
  lastDayOf,
  monthOf,
  type Day,
  type Month,
  type Segment,
} from '#libs/kernel';
import { membershipOf, withMembership, type Contribution, type Cover } from './cover.js';
import { endedBefore, monthsPaidBy, termsOn, type Insured } from './cover.questions.js';

/**
 * Until when the month may go unpaid without anybody being late, where that is after its end: wage earners' months are
 * due in the next one. Null for those who pay a month while it runs: their cover follows their money.
 */
const owedUntil = (segment: Segment, month: Month): Day | null => {
  const due = dueOn(segment, month);
  return due > lastDayOf(month) ? due : null;
};

const isMonthInTime = (on: Day, segment: Segment, month: Month, event: Day): boolean =>
  on <= event || on <= (owedUntil(segment, month) ?? event);

/** Whether the contribution was paid, or heard of, on a day before the event, or before anybody was late with it. */
export const isInTime = (on: Day, { segment, eventCover, through }: Contribution, event: Day): boolean =>
  eventCover ? on <= event : isMonthInTime(on, segment, monthOf(through < event ? through : event), event);

/** Later months are due later: what came too late for the first months of a run was in time for those behind them. */
const partInTime = (contribution: Contribution, event: Day): Contribution[] => {
  const { segment, from, paidOn } = contribution;
  if (paidOn <= event) return [contribution];
  const month = monthsPaidBy(contribution).find((paid) => isMonthInTime(paidOn, segment, paid, event));
  if (month === undefined) return [];
  const first = firstDayOf(month);
  return [{ ...contribution, from: from > first ? from : first }];
};

/** The cover without the months of the membership that were paid for only after the event, and late. */
export const coverInTime = (cover: Cover, membershipId: string, event: Day): Cover => {
  const { contributions } = membershipOf(cover, membershipId);
  return withMembership(cover, membershipId, {
    contributions: contributions.flatMap((contribution) => partInTime(contribution, event)),
  });
};

/**
 * The last contribution before the day, where the months since are unpaid and, as of `today`, none of them is due yet;
 * null where somebody is in arrears, nothing was ever paid before, or the segment pays a month while it runs.
 */
export const notYetDueOn = (cover: Cover, insured: Insured, day: Day, today: Day): Contribution | null => {
  const [last] = endedBefore(cover, insured, day);
  const terms = termsOn(cover, insured.membershipId, day);
  if (last === undefined || !terms?.programmes.includes(insured.programme)) return null;
  const until = owedUntil(terms.segment, monthOf(addDays(last.through, 1)));
  return until !== null && today <= until ? last : null;
};
