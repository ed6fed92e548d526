import { addMonthsToDay, lastDayReaching, type Day } from '#libs/kernel';
import { dayNumber, dayOf, type DayNumber } from './day-number.js';

/** So many months after its end cover may still be looked upon as protection. */
export type GraceMonths = 0 | 1 | 2 | 3;
/** The months that are kept apart: without any, protected is active. */
export const GRACES = [1, 2, 3] as const;
export const GRACE_MONTHS_MAX = 3;

/**
 * How many months a figure about a day takes where none are named, from which day on. Whether cover holds in unpaid months
 * is open: this is a question asked of the data, not an entitlement.
 */
const USUAL_GRACE: readonly { readonly holdsFrom: Day; readonly months: GraceMonths }[] = [
  { holdsFrom: '0001-01-01', months: 3 },
];

/** The usual months of grace for a figure about a day. */
export const usualGraceOn = (day: Day, policy = USUAL_GRACE): GraceMonths =>
  policy.findLast(({ holdsFrom }) => holdsFrom <= day)?.months ?? 0;

/** Days on which cover ends are few, and months take long to reckon. */
const reckoned = new Map<number, DayNumber>();

/** The first day that is not protected any more, of cover whose first uncovered day is `end`. */
export const afterGrace = (end: DayNumber, months: GraceMonths): DayNumber => {
  const key = end * (GRACE_MONTHS_MAX + 1) + months;
  let day = reckoned.get(key);
  if (day === undefined) {
    day = dayNumber(addMonthsToDay(dayOf(end), months));
    reckoned.set(key, day);
  }
  return day;
};

/** The last day on which cover may have ended so that its grace is over by the given day. */
export const graceOverBy = (day: Day, months: GraceMonths): Day => lastDayReaching(day, months);
