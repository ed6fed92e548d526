import { addDays, daysBetween, type Day, type Reason } from '#libs/kernel';

/** Days from the first through the last. */
export interface Period {
  readonly from: Day;
  readonly through: Day;
}

const yearOf = (day: Day) => day.slice(0, 4);

/** Whether the period ends before it begins. */
export const isReversed = ({ from, through }: Period): boolean => through < from;

const isCalendarYear = ({ from, through }: Period) =>
  from === `${yearOf(from)}-01-01` && through === `${yearOf(from)}-12-31`;

/** Why a figure of the period is no measure for that of another one; null for a calendar year that is over. */
export const whyNotComparable = (period: Period, today: Day): Reason | null => {
  if (!isCalendarYear(period)) return 'not-a-calendar-year';
  return period.through < today ? null : 'period-not-over';
};

const daysIn = ({ from, through }: Period) => daysBetween(from, through) + 1;

/** Both periods from their first days on, as many days as the shorter one has. */
export const cutToEqualDays = (one: Period, other: Period): readonly [Period, Period] => {
  const days = Math.min(daysIn(one), daysIn(other));
  const cut = ({ from }: Period): Period => ({ from, through: addDays(from, days - 1) });
  return [cut(one), cut(other)];
};
