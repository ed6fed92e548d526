import { addMonths, firstDayOf, monthOf, monthsBetween, type Day, type Month } from '#libs/kernel';
import type { Account } from '../account/account.js';
import type { EventDays, Membership } from '../account/membership.js';
import { firstUnpaid, type PaidMonths } from '../account/paid-months.js';

/** So many whole unpaid months before the current one, and arrears are not charged any more. */
export const ARREARS_FORGIVEN_FROM_MONTHS = 3;
/** How far ahead of the current month a payment that names no months may reach. */
export const MONTHS_AHEAD_MAX = 24;

/** Whether a month may be paid for: not before that of the start, and not beginning when the membership is over. */
export const isDue = (membership: Membership, month: Month): boolean =>
  monthOf(membership.startsOn) <= month &&
  (membership.endedOn === null || firstDayOf(month) < membership.endedOn);

/** How many months are unpaid from `from` to before `before`, counted no further than matters. */
const unpaidBefore = (paid: PaidMonths, from: Month, before: Month): number => {
  let unpaid = 0;
  let month = firstUnpaid(paid, from);
  while (month < before && unpaid < ARREARS_FORGIVEN_FROM_MONTHS) {
    unpaid += 1;
    month = firstUnpaid(paid, addMonths(month, 1));
  }
  return unpaid;
};

/** Whole unpaid months before that of the day: as many as are still charged, or three, from where on none is. */
export const arrearsMonths = ({ paid }: Account, { startsOn }: Membership, on: Day): number =>
  unpaidBefore(paid, monthOf(startsOn), monthOf(on));

/** The month with which counting begins on a day: the first unpaid one, or the day's own once arrears are forgiven. */
export const firstMonthToPay = (account: Account, membership: Membership, on: Day): Month => {
  const areForgiven = arrearsMonths(account, membership, on) >= ARREARS_FORGIVEN_FROM_MONTHS;
  return firstUnpaid(account.paid, monthOf(areForgiven ? on : membership.startsOn));
};

/** The unpaid months that may be paid on a day without being named, in order, at most so far ahead of it. */
export function* monthsToPay(account: Account, membership: Membership, on: Day): Generator<Month> {
  let month = firstMonthToPay(account, membership, on);
  while (isDue(membership, month) && monthsBetween(monthOf(on), month) <= MONTHS_AHEAD_MAX) {
    yield month;
    month = firstUnpaid(account.paid, addMonths(month, 1));
  }
}

/** The calendar months that an event touches; each costs a month's contribution. */
export const startedMonths = ({ from, through }: EventDays): Month[] => {
  const first = monthOf(from);
  const months = monthsBetween(first, monthOf(through)) + 1;
  return Array.from({ length: months }, (_, index) => addMonths(first, index));
};
