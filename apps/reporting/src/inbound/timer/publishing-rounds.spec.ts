import { describe, expect, it } from '@jest/globals';
import { restAfter } from './publishing-rounds.js';

describe('the rest after a round of publishing', () => {
  it.each([
    { tookMs: 0, restMs: 1_000 },
    { tookMs: 250, restMs: 1_000 },
    { tookMs: 251, restMs: 1_004 },
    { tookMs: 2_500, restMs: 10_000 },
    { tookMs: 2_501, restMs: 10_000 },
  ])('of $tookMs ms is $restMs ms', ({ tookMs, restMs }) => expect(restAfter(tookMs)).toBe(restMs));
});
