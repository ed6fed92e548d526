import { describe, expect, it } from '@jest/globals';
import { array, assert, integer, property } from 'fast-check';
import { apportion, partOf, runningSums, shuffledRank } from './apportion.js';

describe('apportioning', () => {
  it('gives what is left to the largest remainders', () =>
    expect(apportion(10, [1, 1, 1])).toEqual([4, 3, 3]));

  it('adds up, and no part is off by a whole one', () =>
    assert(
      property(
        integer({ min: 0, max: 1_000_000 }),
        array(integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 60 }),
        (total, weights) => {
          const parts = apportion(total, weights);
          const sum = weights.reduce((a, b) => a + b, 0);
          expect(parts.reduce((a, b) => a + b, 0)).toBe(total);
          parts.forEach((part, index) =>
            expect(Math.abs(part - (total * weights[index]!) / sum)).toBeLessThan(1),
          );
        },
      ),
    ));
});

describe('finding the part of a rank', () => {
  const ends = runningSums([2, 0, 3]);

  it.each([
    [0, 0],
    [1, 0],
    [2, 2],
    [4, 2],
  ])('rank %d lies in part %d', (rank, part) => expect(partOf(rank, ends)).toBe(part));
});

describe('another order', () => {
  it('has every rank once, at any size', () =>
    assert(
      property(integer({ min: 1, max: 3_000 }), (size) => {
        const ranks = new Set(Array.from({ length: size }, (_, rank) => shuffledRank(rank, size)));
        expect(ranks.size).toBe(size);
        expect(Math.max(...ranks)).toBe(size - 1);
      }),
    ));

  it('puts neighbours far apart', () =>
    expect(Math.abs(shuffledRank(101, 1_000) - shuffledRank(100, 1_000))).toBeGreaterThan(300));
});
