import { ALWAYS, type Dated } from '../calculation.js';
import type { Yield } from '../savings.js';

/** As those of old age savings: not found, assumed. */
export const JP_YIELDS: readonly Yield[] = [{ from: ALWAYS, yearlyBasisPoints: 500 }];

/** Paragraph 4.1: contributed months from which a pension is paid by the month. */
export const MONTHLY_FROM: readonly (Dated & { readonly months: number })[] = [{ from: ALWAYS, months: 180 }];

/** Paragraph 4.2: for each year of contributions, in hundredths of a percent of the average wage. */
export const ACCRUAL: readonly (Dated & { readonly yearlyBasisPoints: number })[] = [
  { from: ALWAYS, yearlyBasisPoints: 100 },
];

/** Paragraph 4.3: the least and most of a month's pension, in rupiah. */
export const PENSION_LEAST: readonly (Dated & { readonly rupiah: number })[] = [
  { from: '2023-01-01', rupiah: 383_400 },
  { from: '2024-01-01', rupiah: 393_500 },
];
export const PENSION_MOST: readonly (Dated & { readonly rupiah: number })[] = [
  { from: '2023-01-01', rupiah: 4_598_100 },
];

/** Paragraph 4.4, from memory of the rule. */
export const PENSION_AGES: readonly (Dated & { readonly age: number })[] = [
  { from: '2015-01-01', age: 56 },
  { from: '2019-01-01', age: 57 },
  { from: '2022-01-01', age: 58 },
  { from: '2025-01-01', age: 59 },
  { from: '2028-01-01', age: 60 },
  { from: '2031-01-01', age: 61 },
  { from: '2034-01-01', age: 62 },
  { from: '2037-01-01', age: 63 },
  { from: '2040-01-01', age: 64 },
  { from: '2043-01-01', age: 65 },
];
