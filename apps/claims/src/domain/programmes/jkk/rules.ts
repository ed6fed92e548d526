import { ALWAYS, type Dated } from '../calculation.js';
import type { Cost } from '../findings.js';

// As printed in 2026, without a first day: until earlier amounts are found they hold for all days that can be claimed for.

/** The most that is paid for each kind of cost, in rupiah; null: all of it. Paragraphs 2.1 to 2.3. */
export interface CostLimits extends Dated {
  readonly mostRupiah: Readonly<Record<Cost, number | null>>;
}

export const COST_LIMITS: readonly CostLimits[] = [
  {
    from: ALWAYS,
    mostRupiah: {
      medical: null,
      land: 5_000_000,
      sea: 2_000_000,
      air: 10_000_000,
      dentures: 5_000_000,
      hearingAid: 2_500_000,
      spectacles: 1_000_000,
    },
  },
];

/** Income while someone cannot work. Paragraph 2.4. */
export interface InabilityIncome extends Dated {
  readonly fullMonths: number;
  readonly fullPercent: number;
  readonly laterPercent: number;
  /** The days that make a month where less than a whole one is paid. */
  readonly daysOfMonth: number;
}

export const INABILITY_INCOME: readonly InabilityIncome[] = [
  { from: ALWAYS, fullMonths: 12, fullPercent: 100, laterPercent: 50, daysOfMonth: 30 },
];

/** Lump sums in months of the basis, and the periodic grant beside those for total disability and death. */
export interface LumpSums extends Dated {
  /** What a degree of disability of 100 % would pay. Paragraphs 2.5 and 2.6. */
  readonly partialMonths: number;
  /** Paragraph 2.7. */
  readonly totalMonths: number;
  /** Paragraph 2.8. */
  readonly deathMonths: number;
  readonly periodicTimes: number;
  readonly periodicRupiah: number;
}

export const LUMP_SUMS: readonly LumpSums[] = [
  {
    from: ALWAYS,
    partialMonths: 80,
    totalMonths: 56,
    deathMonths: 48,
    periodicTimes: 24,
    periodicRupiah: 500_000,
  },
];

/** When a claim comes too late, and when either stage of telling is late. Paragraphs 2.9, 2.10, 2.13 and 2.14. */
export interface TimeLimits extends Dated {
  /** Of an occupational disease, after the last day of the work that caused it. */
  readonly diagnosedWithinMonths: number;
  readonly lapsesAfterMonths: number;
  readonly toldWithinDays: number;
}

export const TIME_LIMITS: readonly TimeLimits[] = [
  { from: ALWAYS, diagnosedWithinMonths: 36, lapsesAfterMonths: 60, toldWithinDays: 2 },
];
