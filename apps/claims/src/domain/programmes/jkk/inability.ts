import { addDays, addMonthsToDay, daysBetween, type Day } from '#libs/kernel';
import {
  computed,
  ENTERED,
  inForce,
  inRupiah,
  portion,
  type Amount,
  type CalculationLine,
} from '../calculation.js';
import type { InabilityFindings } from '../findings.js';
import { INABILITY_INCOME } from './rules.js';

/** Days from `from` up to, not including, `until`. */
interface Stretch {
  readonly from: Day;
  readonly until: Day;
  readonly percent: number;
}

const wholeMonths = ({ from, until }: Stretch): number => {
  let months = 0;
  while (addMonthsToDay(from, months + 1) <= until) months += 1;
  return months;
};

const linesOf = (stretch: Stretch, basisRupiah: number, daysOfMonth: number): CalculationLine[] => {
  if (stretch.from >= stretch.until) return [];
  const { percent } = stretch;
  const months = wholeMonths(stretch);
  const days = daysBetween(addMonthsToDay(stretch.from, months), stretch.until);
  const rule = `JKK: ${percent} % of the basis of ${inRupiah(basisRupiah)} a month`;
  const ofMonths = portion(basisRupiah * months, percent, 100);
  const ofDays = portion(basisRupiah * days, percent, 100 * daysOfMonth);
  return [
    ...(months === 0 ? [] : [{ label: `${months} months at ${percent} %`, amountRupiah: ofMonths, rule }]),
    ...(days === 0
      ? []
      : [{ label: `${days} days of 1/${daysOfMonth} at ${percent} %`, amountRupiah: ofDays, rule }]),
  ];
};

const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
const later = (a: Day, b: Day): Day => (a > b ? a : b);

/** Income for the claimed days: full for the first months since the first day without work, half after them. */
export const inabilityAmount = (
  { inabilityFrom, from, through }: InabilityFindings,
  basisRupiah: number,
  occurredOn: Day,
): Amount => {
  const rules = inForce(INABILITY_INCOME, occurredOn);
  if (rules === null) return ENTERED;
  const until = addDays(through, 1);
  const turn = addMonthsToDay(inabilityFrom, rules.fullMonths);
  const full = { from, until: earlier(until, turn), percent: rules.fullPercent };
  const half = { from: later(from, turn), until, percent: rules.laterPercent };
  return computed([full, half].flatMap((stretch) => linesOf(stretch, basisRupiah, rules.daysOfMonth)));
};

/** Whether two claims are for the same day without work. */
export const overlaps = (a: InabilityFindings, b: InabilityFindings): boolean =>
  a.from <= b.through && b.from <= a.through;
