import { describe, expect, it } from '@jest/globals';
import { nextPortion } from './roll-up-portion.js';

const MOST = 40;
const WITHIN_MS = 2_000;

describe('the portion of the next roll-up', () => {
  it.each([
    { batches: 8, tookMs: 2_001, leftOver: true, next: 4 },
    { batches: 8, tookMs: 2_001, leftOver: false, next: 4 },
    { batches: 8, tookMs: 2_000, leftOver: true, next: 8 },
    { batches: 8, tookMs: 1_000, leftOver: true, next: 8 },
    { batches: 8, tookMs: 999, leftOver: true, next: 16 },
    { batches: 8, tookMs: 999, leftOver: false, next: 8 },
    { batches: 3, tookMs: 2_001, leftOver: true, next: 1 },
    { batches: 1, tookMs: 60_000, leftOver: true, next: 1 },
    { batches: 30, tookMs: 10, leftOver: true, next: MOST },
    { batches: MOST, tookMs: 10, leftOver: true, next: MOST },
  ])('after $batches batches in $tookMs ms, some left: $leftOver, is $next', ({ next, ...last }) =>
    expect(nextPortion(last, { most: MOST, withinMs: WITHIN_MS })).toBe(next),
  );
});
