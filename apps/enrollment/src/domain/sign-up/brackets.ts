/** A step of the contribution table of the self-employed: from this declared monthly income on, this basis holds. */
type Bracket = readonly [incomeFromRupiah: number, basisRupiah: number];

/**
 * The 33 brackets of PP 44/2015, annex II. The published ranges leave gaps of Rp999; so a bracket reaches from its
 * lower bound to below the next one's.
 */
const BPU_BRACKETS: readonly Bracket[] = [
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
  [9_200_000, 9_700_000],
  [10_200_000, 10_700_000],
  [11_200_000, 11_700_000],
  [12_200_000, 12_700_000],
  [13_200_000, 13_700_000],
  [14_200_000, 14_700_000],
  [15_200_000, 15_700_000],
  [16_200_000, 16_700_000],
  [17_200_000, 17_700_000],
  [18_200_000, 18_700_000],
  [19_200_000, 19_700_000],
  [20_200_000, 20_700_000],
];

/** The basis on which a self-employed person with this declared monthly income pays, in rupiah. */
export const bpuBasisRupiah = (declaredIncomeRupiah: number): number =>
  BPU_BRACKETS.findLast(([from]) => declaredIncomeRupiah >= from)?.[1] ?? BPU_BRACKETS[0]![1];

/** Whether the amount is the basis of one of the brackets. */
export const isBpuBasis = (basisRupiah: number): boolean =>
  BPU_BRACKETS.some(([, basis]) => basis === basisRupiah);
