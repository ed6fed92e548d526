import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { bpuBasisRupiah, isBpuBasis } from './brackets.js';

describe('the contribution basis of the self-employed', () => {
  it.each([
    [1_000_000, 1_000_000],
    [1_099_000, 1_000_000],
    [1_099_999, 1_000_000],
    [1_100_000, 1_200_000],
    [2_699_999, 2_600_000],
    [2_700_000, 2_950_000],
    [8_199_999, 7_950_000],
    [8_200_000, 8_700_000],
    [20_199_999, 19_700_000],
    [20_200_000, 20_700_000],
    [Number.MAX_SAFE_INTEGER, 20_700_000],
  ])('is, for a declared income of Rp%d, Rp%d', (income, basis) =>
    expect(bpuBasisRupiah(income)).toBe(basis),
  );

  it('never falls when the income rises', () =>
    fc.assert(
      fc.property(fc.nat(25_000_000), fc.nat(1_000_000), (income, more) => {
        expect(bpuBasisRupiah(income + more)).toBeGreaterThanOrEqual(bpuBasisRupiah(income));
      }),
    ));

  it('is known by its amount', () => {
    expect(isBpuBasis(2_950_000)).toBe(true);
    expect(isBpuBasis(2_950_001)).toBe(false);
  });
});
