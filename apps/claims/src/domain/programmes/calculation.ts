import type { Day } from '#libs/kernel';

/** One line of how an amount comes about. */
export interface CalculationLine {
  readonly label: string;
  /** Whole rupiah; below nought where something is taken off. */
  readonly amountRupiah: number;
  /** The rule that the line follows, in words. */
  readonly rule: string;
}

export interface ComputedAmount {
  readonly kind: 'computed';
  readonly amountRupiah: number;
  readonly calculation: readonly CalculationLine[];
}

/** Left to an adjuster to enter, up to the most that may be granted where there is such a thing. */
export interface EnteredAmount {
  readonly kind: 'entered';
  readonly mostRupiah?: number;
}

/** What a benefit comes to: computed from the rules, or left to an adjuster to enter. */
export type Amount = ComputedAmount | EnteredAmount;

export const ENTERED: Amount = { kind: 'entered' };

/** The amount that the lines add up to. */
export const computed = (calculation: readonly CalculationLine[]): ComputedAmount => ({
  kind: 'computed',
  amountRupiah: calculation.reduce((total, line) => total + line.amountRupiah, 0),
  calculation,
});

/** Hundredths of a percent in the whole. */
export const WHOLE = 10_000;

/**
 * `amount × numerator ÷ denominator` in whole rupiah, rounded half up. None of them is negative; the product may be
 * larger than a number holds exactly.
 */
export const portion = (amountRupiah: number, numerator: number, denominator: number): number => {
  const doubled = 2n * BigInt(amountRupiah) * BigInt(numerator) + BigInt(denominator);
  return Number(doubled / (2n * BigInt(denominator)));
};

/** Rupiah as they are written in a calculation. */
export const inRupiah = (amountRupiah: number): string => amountRupiah.toLocaleString('en-US');

/** A rule as it holds from a day on, until a later one of its list replaces it. */
export interface Dated {
  readonly from: Day;
}

/** From when a rule holds of which no earlier version is known. */
export const ALWAYS: Day = '0001-01-01';

/** The entry that is in force on the day; null before the first one. */
export const inForce = <Entry extends Dated>(entries: readonly Entry[], day: Day): Entry | null =>
  entries
    .filter(({ from }) => from <= day)
    .reduce<Entry | null>((latest, entry) => (latest && latest.from > entry.from ? latest : entry), null);
