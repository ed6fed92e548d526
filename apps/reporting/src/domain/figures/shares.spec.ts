import { describe, expect, it } from '@jest/globals';
import type { Target } from '../references/references.js';
import { apportion, shareOut, type Carrier } from './shares.js';

const DAY = '2024-12-17';
const target = (change: Partial<Target> = {}): Target => ({
  kind: 'stock',
  value: 100,
  base: null,
  regions: ['33.72'],
  segment: null,
  from: null,
  through: '2024-12-31',
  publisher: 'branch',
  source: 'paper',
  ...change,
});
const part = (change: Partial<Carrier> = {}): Carrier => ({
  reached: 10,
  reachedBefore: 10,
  denominator: 50,
  registered: 20,
  ...change,
});

describe('apportioning', () => {
  it('adds up to the total, whatever the weights', () => {
    expect(apportion(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(apportion(10, [3, 3, 3, 1])).toEqual([3, 3, 3, 1]);
    expect(apportion(2, [1, 1, 1])).toEqual([1, 1, 0]);
  });

  it('gives what is left over to the largest remainder', () => {
    expect(apportion(10, [10, 29, 61])).toEqual([1, 3, 6]);
    expect(apportion(7, [0, 5])).toEqual([0, 7]);
  });

  it('is exact where products of doubles are not', () => {
    const parts = apportion(9_007_199_254_740_991, [9_007_199_254_740_991, 1])!;
    expect(parts).toEqual([9_007_199_254_740_990, 1]);
  });

  it('says nothing where nobody has any weight', () => {
    expect(apportion(5, [0, 0])).toBeNull();
    expect(apportion(5, [])).toBeNull();
  });
});

describe('a target shared out', () => {
  it('lies on each part by how many people it has', () => {
    const parts = [part({ denominator: 300, reached: 40 }), part({ denominator: 100, reached: 25 })];
    expect(shareOut(target(), null, parts, DAY)).toMatchObject({
      sharedBy: 'denominator',
      shares: [
        { goal: 75, needed: 35 },
        { goal: 25, needed: 0 },
      ],
    });
  });

  it('takes nothing off the others where one has more than its share', () => {
    const parts = [part({ denominator: 100, reached: 90 }), part({ denominator: 100, reached: 49 })];
    const { shares } = shareOut(target(), null, parts, DAY)!;
    expect(shares.map(({ needed }) => needed)).toEqual([0, 1]);
  });

  it('goes by who is registered where people were not counted everywhere', () => {
    const parts = [part({ denominator: null, registered: 60 }), part({ registered: 20 })];
    expect(shareOut(target(), null, parts, DAY)).toMatchObject({
      sharedBy: 'registered',
      shares: [{ goal: 75 }, { goal: 25 }],
    });
  });

  it('is a share of the people of the whole, never of an unknown number', () => {
    const half = target({ kind: 'coverage', value: 0.5 });
    const parts = [part({ denominator: 101 }), part({ denominator: 100 })];
    expect(shareOut(half, 201, parts, DAY)!.shares.map(({ goal }) => goal)).toEqual([51, 50]);
    expect(shareOut(half, null, parts, DAY)).toBeNull();
    expect(shareOut(half, 201, [], DAY)).toBeNull();
  });

  it('says when each part has its share at its own pace', () => {
    const [fast, slow, losing] = shareOut(
      target({ value: 90 }),
      null,
      [part({ reached: 20, reachedBefore: 6 }), part({ reached: 30 }), part({ reached: 5 })],
      DAY,
    )!.shares;
    expect(fast).toEqual({ goal: 30, needed: 10, projectedOn: '2025-01-06' }); // 14 in 28 days: 20 days for 10
    expect(slow).toEqual({ goal: 30, needed: 0, projectedOn: DAY });
    expect(losing).toEqual({ goal: 30, needed: 25, projectedOn: null });
  });
});
