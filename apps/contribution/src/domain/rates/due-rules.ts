import type { Effective } from './effective.js';

/** Until when a month is to be paid. */
export interface DueRule {
  /** Cut to the month's last day where it does not exist; on a holiday, the next working day. */
  readonly dayOfMonth: number;
  /** 0: of the contribution month itself; 1: of the next one. */
  readonly monthsLater: number;
}

/** The self-employed, and whoever pays for others without being their employer. */
export const BPU_DUE_RULES: readonly Effective<DueRule>[] = [
  { from: '2015-07', regulation: 'PP 44/2015, PP 46/2015', value: { dayOfMonth: 15, monthsLater: 0 } },
];

/** Wage earners; the relief of 2020 moved day and fee for half a year. */
export const PU_DUE_RULES: readonly Effective<DueRule>[] = [
  { from: '2015-07', regulation: 'PP 44/2015, PP 46/2015', value: { dayOfMonth: 15, monthsLater: 1 } },
  { from: '2020-08', regulation: 'PP 49/2020', value: { dayOfMonth: 30, monthsLater: 1 } },
  { from: '2021-02', regulation: 'PP 44/2015, PP 46/2015', value: { dayOfMonth: 15, monthsLater: 1 } },
];

/** What an employer owes for each month that a contribution is late. */
export interface LateFeeRule {
  /** Hundredths of a percent of the month's contribution. */
  readonly basisPointsPerMonth: number;
  /** No more months count than arrears do; own choice, no limit was found. */
  readonly monthsMax: number;
}

/** Wage earners only: the self-employed pay no fee. */
export const PU_LATE_FEES: readonly Effective<LateFeeRule>[] = [
  {
    from: '2015-07',
    regulation: 'PP 44/2015, PP 46/2015',
    value: { basisPointsPerMonth: 200, monthsMax: 3 },
  },
  { from: '2020-08', regulation: 'PP 49/2020', value: { basisPointsPerMonth: 50, monthsMax: 3 } },
  {
    from: '2021-02',
    regulation: 'PP 44/2015, PP 46/2015',
    value: { basisPointsPerMonth: 200, monthsMax: 3 },
  },
];
