import { addMonthsToDay, dueOn, type Day } from '#libs/kernel';
import { inForce } from '../rates/effective.js';
import { PU_LATE_FEES } from '../rates/late-fee-rules.js';
import { shareOf } from '../rates/share.js';
import { ROUNDINGS } from '../rates/tariffs.js';
import type { MonthPrice } from './price.js';

/** What an employer owes for paying a month late, and how it comes about. */
export interface LateFee {
  readonly amountRupiah: number;
  readonly monthsLate: number;
  readonly basisPointsPerMonth: number;
  readonly regulation: string;
}

/** Each month that has begun since the due date counts, up to so many. */
const monthsLate = (due: Day, paidOn: Day, most: number): number => {
  let months = 0;
  while (months < most && addMonthsToDay(due, months) < paidOn) months += 1;
  return months;
};

/** The fee for a month that is paid on the day; null when it is in time, and for everybody but wage earners. */
export const lateFeeFor = ({ month, terms, totalRupiah }: MonthPrice, paidOn: Day): LateFee | null => {
  if (terms.segment !== 'PU') return null;
  const rule = inForce(PU_LATE_FEES, month);
  const rounding = inForce(ROUNDINGS, month);
  if (!rule || !rounding) return null;
  const { basisPointsPerMonth, monthsMax } = rule.value;
  const months = monthsLate(dueOn(terms.segment, month), paidOn, monthsMax);
  if (months === 0) return null;
  return {
    amountRupiah: shareOf(totalRupiah, basisPointsPerMonth * months, rounding.value),
    monthsLate: months,
    basisPointsPerMonth,
    regulation: rule.regulation,
  };
};

/** What the fees for these months come to when they are paid on the day. */
export const lateFeesFor = (prices: readonly MonthPrice[], paidOn: Day): number =>
  prices.reduce((rupiah, price) => rupiah + (lateFeeFor(price, paidOn)?.amountRupiah ?? 0), 0);

/** What is to be paid of fees with such months: those from before, too; nothing while more was paid than was owed. */
export const lateFeesDue = (owedRupiah: number, chargedRupiah: number): number =>
  Math.max(owedRupiah + chargedRupiah, 0);
