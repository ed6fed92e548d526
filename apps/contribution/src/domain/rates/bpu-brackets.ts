/** One bracket of the contribution table of the self-employed; it reaches to below the next one's lower bound. */
export interface BpuBracket {
  readonly incomeFromRupiah: number;
  readonly basisRupiah: number;
  /** Rupiah a month, as the annex prints them: JKK is 1 % of the basis, JHT 2 %, JKM the same for everybody. */
  readonly JKK: number;
  readonly JKM: number;
  readonly JHT: number;
}

const bracket = (
  incomeFromRupiah: number,
  basisRupiah: number,
  JKK: number,
  JKM: number,
  JHT: number,
): BpuBracket => ({
  incomeFromRupiah,
  basisRupiah,
  JKK,
  JKM,
  JHT,
});

/** Source: PP 44/2015, annex II, for JKK and JKM; PP 46/2015 for JHT. */
export const BPU_BRACKETS_2015: readonly BpuBracket[] = [
  bracket(0, 1_000_000, 10_000, 6_800, 20_000),
  bracket(1_100_000, 1_200_000, 12_000, 6_800, 24_000),
  bracket(1_300_000, 1_400_000, 14_000, 6_800, 28_000),
  bracket(1_500_000, 1_600_000, 16_000, 6_800, 32_000),
  bracket(1_700_000, 1_800_000, 18_000, 6_800, 36_000),
  bracket(1_900_000, 2_000_000, 20_000, 6_800, 40_000),
  bracket(2_100_000, 2_200_000, 22_000, 6_800, 44_000),
  bracket(2_300_000, 2_400_000, 24_000, 6_800, 48_000),
  bracket(2_500_000, 2_600_000, 26_000, 6_800, 52_000),
  bracket(2_700_000, 2_950_000, 29_500, 6_800, 59_000),
  bracket(3_200_000, 3_450_000, 34_500, 6_800, 69_000),
  bracket(3_700_000, 3_950_000, 39_500, 6_800, 79_000),
  bracket(4_200_000, 4_450_000, 44_500, 6_800, 89_000),
  bracket(4_700_000, 4_950_000, 49_500, 6_800, 99_000),
  bracket(5_200_000, 5_450_000, 54_500, 6_800, 109_000),
  bracket(5_700_000, 5_950_000, 59_500, 6_800, 119_000),
  bracket(6_200_000, 6_450_000, 64_500, 6_800, 129_000),
  bracket(6_700_000, 6_950_000, 69_500, 6_800, 139_000),
  bracket(7_200_000, 7_450_000, 74_500, 6_800, 149_000),
  bracket(7_700_000, 7_950_000, 79_500, 6_800, 159_000),
  bracket(8_200_000, 8_700_000, 87_000, 6_800, 174_000),
  bracket(9_200_000, 9_700_000, 97_000, 6_800, 194_000),
  bracket(10_200_000, 10_700_000, 107_000, 6_800, 214_000),
  bracket(11_200_000, 11_700_000, 117_000, 6_800, 234_000),
  bracket(12_200_000, 12_700_000, 127_000, 6_800, 254_000),
  bracket(13_200_000, 13_700_000, 137_000, 6_800, 274_000),
  bracket(14_200_000, 14_700_000, 147_000, 6_800, 294_000),
  bracket(15_200_000, 15_700_000, 157_000, 6_800, 314_000),
  bracket(16_200_000, 16_700_000, 167_000, 6_800, 334_000),
  bracket(17_200_000, 17_700_000, 177_000, 6_800, 354_000),
  bracket(18_200_000, 18_700_000, 187_000, 6_800, 374_000),
  bracket(19_200_000, 19_700_000, 197_000, 6_800, 394_000),
  bracket(20_200_000, 20_700_000, 207_000, 6_800, 414_000),
];
