/** What one of the self-employed pays in the lowest bracket of the table, in whole rupiah a month by programme. */
export interface LowestContribution {
  /** The first month that it holds for. */
  readonly from: string;
  readonly regulation: string;
  readonly basisRupiah: number;
  readonly JKK: number;
  readonly JKM: number;
}

/** Ascending; each holds until the next one begins. Temporary reliefs are left out: they end, cover goes on. */
export const LOWEST_CONTRIBUTIONS: readonly LowestContribution[] = [
  { from: '2015-07', regulation: 'PP 44/2015, lampiran II', basisRupiah: 1_000_000, JKK: 10_000, JKM: 6_800 },
];

/** The one in force on a day; null before the first. */
export const lowestContributionOn = (day: string): LowestContribution | null =>
  LOWEST_CONTRIBUTIONS.findLast(({ from }) => from <= day.slice(0, 7)) ?? null;

export const monthlyRupiah = ({ JKK, JKM }: LowestContribution): number => JKK + JKM;
