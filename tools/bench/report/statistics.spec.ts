import { describe, expect, it } from '@jest/globals';
import { median, quantile, rounded } from './statistics.js';

describe('quantiles', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

  it('are nearest ranks', () => {
    expect(quantile(0.5, hundred)).toBe(50);
    expect(quantile(0.99, hundred)).toBe(99);
    expect(quantile(1, hundred)).toBe(100);
    expect(quantile(0, hundred)).toBe(1);
  });

  it('of nothing are no number', () => expect(quantile(0.5, [])).toBeNaN());
});

describe('the median', () => {
  it('is the middle, or the mean of two', () => {
    expect(median([30, 10, 20])).toBe(20);
    expect(median([40, 10, 20, 30])).toBe(25);
    expect(median([])).toBeNaN();
  });
});

it('rounds to digits', () => expect(rounded(1.2345, 2)).toBe(1.23));
