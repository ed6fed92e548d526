import type { Programme } from '#libs/kernel';

/** Lower bound of the declared monthly income and the basis that the bracket is charged on, in rupiah. */
const BRACKETS: readonly (readonly [incomeFromRupiah: number, basisRupiah: number])[] = [
  [0, 1_000_000],
  [1_100_000, 1_200_000],
  [1_300_000, 1_400_000],
  [1_500_000, 1_600_000],
  [1_700_000, 1_800_000],
  [1_900_000, 2_000_000],
  [2_100_000, 2_200_000],
  [2_300_000, 2_400_000],
  [2_500_000, 2_600_000],
  [2_700_000, 2_950_000],
  [3_200_000, 3_450_000],
  [3_700_000, 3_950_000],
  [4_200_000, 4_450_000],
  [4_700_000, 4_950_000],
  [5_200_000, 5_450_000],
  [5_700_000, 5_950_000],
  [6_200_000, 6_450_000],
  [6_700_000, 6_950_000],
  [7_200_000, 7_450_000],
  [7_700_000, 7_950_000],
  [8_200_000, 8_700_000],
];

/** JKM of the self-employed is the same for every income (PP 44/2015, annex II). */
const BPU_JKM_RUPIAH = 6_800;

/** What the self-employed pay, per hundred of the bracket's basis. */
const BPU_PERCENT: Partial<Record<Programme, number>> = { JKK: 1, JHT: 2 };

/** Hundredths of a percent of the wage, employer and worker together; JKK of risk group I. */
const PU_BASIS_POINTS: Partial<Record<Programme, number>> = { JKK: 24, JKM: 30, JHT: 570, JP: 300 };

/** The basis of a declared income (the sample's incomes stay below the brackets of over nine million). */
export const bpuBasisRupiah = (incomeRupiah: number): number =>
  BRACKETS.findLast(([from]) => from <= incomeRupiah)![1];

/** What one month costs a self-employed member with that declared income. */
export const bpuMonthRupiah = (incomeRupiah: number, programmes: readonly Programme[]): number => {
  const basis = bpuBasisRupiah(incomeRupiah);
  return programmes.reduce(
    (sum, programme) =>
      sum + (programme === 'JKM' ? BPU_JKM_RUPIAH : (basis * (BPU_PERCENT[programme] ?? 0)) / 100),
    0,
  );
};

/** PU wages are multiples of this, so that every programme's share of them is whole rupiah. */
export const PU_WAGE_STEP_RUPIAH = 10_000;

/** What one month costs for a wage earner; the sample's wages stay below the ceiling of the pension programme. */
export const puMonthRupiah = (wageRupiah: number, programmes: readonly Programme[]): number =>
  programmes.reduce((sum, programme) => sum + (wageRupiah * (PU_BASIS_POINTS[programme] ?? 0)) / 10_000, 0);

/** What a month of a wage earner adds to savings; as whole as the wage's steps make it. */
export const puSavedRupiah = (wageRupiah: number, programme: 'JHT' | 'JP'): number =>
  puMonthRupiah(wageRupiah, [programme]);
