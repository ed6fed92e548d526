import { describe, expect, it } from '@jest/globals';
import { waitMs } from './back-off.js';

describe('waiting before the next attempt', () => {
  it('doubles, up to half a minute', () =>
    expect([0, 1, 2, 3, 4, 5, 6, 60].map((attempt) => waitMs(attempt, 1))).toEqual([
      1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000,
    ]));
  it('is left to chance in its upper half', () =>
    expect([waitMs(0, 0), waitMs(0, 0.5), waitMs(6, 0)]).toEqual([500, 750, 15_000]));
});
