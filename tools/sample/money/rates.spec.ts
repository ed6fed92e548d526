import { describe, expect, it } from '@jest/globals';
import { bpuBasisRupiah, bpuMonthRupiah, puMonthRupiah } from './rates.js';

describe('what a month costs the self-employed (PP 44/2015 annex II, PP 46/2015)', () => {
  it.each([
    [1_000_000, 16_800, 36_800],
    [1_099_999, 16_800, 36_800],
    [1_100_000, 18_800, 42_800],
    [2_699_999, 32_800, 84_800],
    [2_700_000, 36_300, 95_300],
    [5_199_999, 56_300, 155_300],
    [8_200_000, 93_800, 267_800],
  ])('with an income of %d: %d for two programmes, %d for three', (income, two, three) => {
    expect(bpuMonthRupiah(income, ['JKK', 'JKM'])).toBe(two);
    expect(bpuMonthRupiah(income, ['JKK', 'JKM', 'JHT'])).toBe(three);
  });

  it('is charged on the basis of the bracket', () => {
    expect(bpuBasisRupiah(2_699_999)).toBe(2_600_000);
    expect(bpuBasisRupiah(2_700_000)).toBe(2_950_000);
  });
});

describe('what a month costs for a wage earner of the lowest risk group', () => {
  it('is 0.24 + 0.30 + 5.70 percent of the wage', () =>
    expect(puMonthRupiah(2_500_000, ['JKK', 'JKM', 'JHT'])).toBe(156_000));

  it('is 3 percent more with the pension', () =>
    expect(puMonthRupiah(2_500_000, ['JKK', 'JKM', 'JHT', 'JP'])).toBe(231_000));

  it('is nothing more with cover for job loss', () =>
    expect(puMonthRupiah(2_500_000, ['JKK', 'JKM', 'JHT', 'JP', 'JKP'])).toBe(231_000));
});
