import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { computed, inForce, portion } from './calculation.js';

describe('a portion', () => {
  it('is rounded half up, to whole rupiah', () => {
    expect(portion(1, 1, 2)).toBe(1);
    expect(portion(1, 49, 100)).toBe(0);
    expect(portion(1_000_000, 1, 3)).toBe(333_333);
    expect(portion(1_000_000, 2, 3)).toBe(666_667);
  });

  it('is exact also where the product is larger than a number holds', () =>
    expect(portion(9_007_199_254_740_991, 10_000, 10_000)).toBe(9_007_199_254_740_991));

  it('lies within half a rupiah of the fraction', () =>
    fc.assert(
      fc.property(fc.nat(1_000_000_000), fc.nat(10_000), fc.integer({ min: 1, max: 10_000 }), (...given) => {
        const [amount, numerator, denominator] = given;
        const twice = 2 * Math.abs(portion(...given) * denominator - amount * numerator);
        expect(twice).toBeLessThanOrEqual(denominator);
      }),
    ));
});

describe('what is in force', () => {
  const [old, later] = [{ from: '2019-12-02' }, { from: '2027-01-01' }];

  it('is the latest entry of the day, in whatever order they are listed', () => {
    for (const entries of [
      [old, later],
      [later, old],
    ]) {
      expect(inForce(entries, '2019-12-01')).toBeNull();
      expect(inForce(entries, '2019-12-02')).toBe(old);
      expect(inForce(entries, '2026-12-31')).toBe(old);
      expect(inForce(entries, '2027-01-01')).toBe(later);
    }
  });
});

it('lines add up, those too that take something off', () => {
  const line = (amountRupiah: number) => ({ label: '', amountRupiah, rule: '' });
  expect(computed([line(10), line(-3)]).amountRupiah).toBe(7);
});
