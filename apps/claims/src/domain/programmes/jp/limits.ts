import { addMonths, firstDayOf, type Month } from '#libs/kernel';
import { inForce, inRupiah, type CalculationLine } from '../calculation.js';
import { PENSION_LEAST, PENSION_MOST } from './rules.js';

/** Months in a row for which a pension is paid. */
export interface PaidMonths {
  readonly first: Month;
  readonly count: number;
}

const limited = (monthlyRupiah: number, month: Month): number => {
  const least = inForce(PENSION_LEAST, firstDayOf(month))?.rupiah ?? 0;
  const most = inForce(PENSION_MOST, firstDayOf(month))?.rupiah ?? Infinity;
  return Math.min(Math.max(monthlyRupiah, least), most);
};

/**
 * What brings the pension of each month up to the least or down to the most of that very month: a line for all months
 * that have the same limit, none for those between their limits. Paragraph 4.3.
 */
export const limitLines = (monthlyRupiah: number, { first, count }: PaidMonths): CalculationLine[] => {
  const months = Array.from({ length: count }, (_, index) => addMonths(first, index));
  return [...Map.groupBy(months, (month) => limited(monthlyRupiah, month))]
    .filter(([limitRupiah]) => limitRupiah !== monthlyRupiah)
    .map(([limitRupiah, of]) => ({
      label: `${monthlyRupiah < limitRupiah ? 'Up to the least' : 'Down to the most'}, ${of.length} × from ${of[0]!}`,
      amountRupiah: (limitRupiah - monthlyRupiah) * of.length,
      rule: `JP: ${inRupiah(limitRupiah)} a month`,
    }));
};
