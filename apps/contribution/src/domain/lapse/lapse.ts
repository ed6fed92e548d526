import { addMonths, firstDayOf, jakartaDay, lastDayOf, type Day } from '#libs/kernel';
import type { PublishedAccountEvent } from '../account/account-events.js';
import type { Account } from '../account/account.js';
import { lastPaid } from '../account/paid-months.js';

/** Arrears count for so many months; then the membership lapses. */
export const MONTHS_UNTIL_LAPSE = 3;

/** Cover ends with a month, so the first uncovered day is the first of the next one. */
const lapseDay = (account: Account): Day | null => {
  const month = lastPaid(account.paid);
  return month === null ? null : firstDayOf(addMonths(month, 1 + MONTHS_UNTIL_LAPSE));
};

/**
 * The day on which the membership lapses if nobody pays any more: its first uncovered day plus three calendar months.
 * @returns null for one that was never paid, for event cover, and where the membership has ended by then
 */
export const lapsesOn = (account: Account): Day | null => {
  const day = lapseDay(account);
  const endedOn = account.membership?.endedOn ?? null;
  return day === null || (endedOn !== null && endedOn <= day) ? null : day;
};

/** Whether the membership has lapsed on the day and nobody was told yet: then this is what to tell. */
export const lapseBy = (account: Account, day: Day): PublishedAccountEvent | null => {
  const lapsedOn = lapsesOn(account);
  const month = lastPaid(account.paid);
  if (lapsedOn === null || month === null || day < lapsedOn || account.lapsedOn !== null) return null;
  return { type: 'MembershipLapsed', lapsedOn, lastCoveredOn: lastDayOf(month) };
};

/**
 * Whether a payment that was settled at the instant has ended a lapse that was told. A payment that covers only days so
 * long ago that the membership has lapsed again by then revives nothing.
 */
export const revivalBy = (account: Account, settledAt: string): PublishedAccountEvent | null => {
  const day = jakartaDay(settledAt);
  const next = lapseDay(account);
  if (account.lapsedOn === null || next === null || next <= day) return null;
  return { type: 'MembershipRevived', revivedOn: day < account.lapsedOn ? account.lapsedOn : day };
};
