import type { Day, Programme } from '#libs/kernel';
import { partOf, runningSums } from '../chance/apportion.js';
import { scaled } from '../scale.js';

/** A period of which the press printed (or the sample says) what benefits were paid in Solo. */
export interface ClaimPeriod {
  readonly id: '2023' | '2024' | 'after';
  readonly from: Day;
  readonly through: Day;
  /** Paid in the period, in all (Jakarta days). */
  readonly totalRupiah: number;
  /** Cases of each programme; a death is two claims, the grant and the funeral. */
  readonly cases: Readonly<Record<Programme, number>>;
}

/**
 * The totals of the first two are as printed. Cases follow the national shares of money: most is JHT, then JKM and
 * JKK, a little JP and JKP; JHT takes what the others leave.
 */
const PERIODS: readonly ClaimPeriod[] = [
  {
    id: '2023',
    from: '2023-01-01',
    through: '2023-12-31',
    totalRupiah: 70_280_000_000,
    cases: { JHT: 1_430, JKM: 102, JKK: 236, JP: 140, JKP: 40 },
  },
  {
    id: '2024',
    from: '2024-01-01',
    through: '2024-11-28',
    totalRupiah: 71_750_000_000,
    cases: { JHT: 1_450, JKM: 104, JKK: 240, JP: 146, JKP: 72 },
  },
  {
    id: 'after',
    from: '2024-11-29',
    through: '2024-12-16',
    totalRupiah: 4_300_000_000,
    cases: { JHT: 86, JKM: 6, JKK: 13, JP: 8, JKP: 4 },
  },
];

const scaledCases = (cases: ClaimPeriod['cases'], scale: number): ClaimPeriod['cases'] => ({
  JHT: Math.max(1, scaled(cases.JHT, scale)),
  JKM: scaled(cases.JKM, scale),
  JKK: scaled(cases.JKK, scale),
  JP: scaled(cases.JP, scale),
  JKP: scaled(cases.JKP, scale),
});

/** The periods of a story of this scale: fewer cases, and so much less money. */
export const claimPeriods = (scale: number): readonly ClaimPeriod[] =>
  PERIODS.map((period) => ({
    ...period,
    totalRupiah: scaled(period.totalRupiah, scale),
    cases: scaledCases(period.cases, scale),
  }));

/** Cases of a programme over all periods. */
export const casesOf = (programme: Programme, scale: number): number =>
  claimPeriods(scale).reduce((sum, { cases }) => sum + cases[programme], 0);

export interface CaseInPeriod {
  readonly period: ClaimPeriod;
  /** From 0, among the period's cases of the programme. */
  readonly rank: number;
}

/** Which period the `rank`-th case of a programme falls into. */
export const periodOfCase = (
  periods: readonly ClaimPeriod[],
  programme: Programme,
  rank: number,
): CaseInPeriod => {
  const ends = runningSums(periods.map(({ cases }) => cases[programme]));
  const index = partOf(rank, ends);
  return { period: periods[index]!, rank: rank - (ends[index - 1] ?? 0) };
};
