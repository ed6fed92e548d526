import { addDays, dueOn, lastDayOf, monthOf, type Day, type Month, type Segment } from '#libs/kernel';
import type { Contribution, Cover } from './cover.js';
import { endedBefore, termsOn, type Insured } from './cover.questions.js';

/**
 * Until when the month may go unpaid without anybody being late, where that is after its end: wage earners' months are
 * due in the next one. Null for those who pay a month while it runs: their cover follows their money.
 */
const owedUntil = (segment: Segment, month: Month): Day | null => {
  const due = dueOn(segment, month);
  return due > lastDayOf(month) ? due : null;
};

/** Whether the contribution was paid, or heard of, on a day before the event, or before anybody was late with it. */
export const isInTime = (on: Day, { segment, eventCover, through }: Contribution, event: Day): boolean => {
  if (on <= event) return true;
  const until = eventCover ? null : owedUntil(segment, monthOf(through < event ? through : event));
  return until !== null && on <= until;
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
