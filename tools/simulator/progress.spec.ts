import { describe, expect, it } from '@jest/globals';
import { barOf } from './progress.js';

describe('a progress bar', () => {
  it.each([
    [0, 100, `[${'-'.repeat(30)}] 0%`],
    [50, 100, `[${'#'.repeat(15)}${'-'.repeat(15)}] 50%`],
    [99, 100, `[${'#'.repeat(29)}-] 99%`],
    [100, 100, `[${'#'.repeat(30)}] 100%`],
    [101, 100, `[${'#'.repeat(30)}] 100%`],
    [0, 0, `[${'#'.repeat(30)}] 100%`],
  ])('at %d of %d', (done, all, bar) => expect(barOf(done, all)).toBe(bar));
});
