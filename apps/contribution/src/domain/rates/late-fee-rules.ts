import type { Effective } from './effective.js';

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
