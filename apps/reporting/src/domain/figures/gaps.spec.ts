import { describe, expect, it } from '@jest/globals';
import { gapOf, ranksOf } from './gaps.js';

const counted = { persons: 40, personsBefore: 12, registered: 50, people: 100 };

describe('the gap of a part', () => {
  it('is who is missing, how fast, and who stays', () => {
    expect(gapOf(counted)).toEqual({ missing: 60, pacePerDay: 1, retention: 0.8 });
  });

  it('is never below nought, though more may be covered than were counted', () => {
    expect(gapOf({ ...counted, people: 40 }).missing).toBe(0);
    expect(gapOf({ ...counted, people: 39 }).missing).toBe(0);
    expect(gapOf({ ...counted, people: 41 }).missing).toBe(1);
  });

  it('grows where fewer are covered than four weeks before', () => {
    expect(gapOf({ ...counted, personsBefore: 54 }).pacePerDay).toBe(-0.5);
  });

  it('is not known where people were not counted or nobody is registered', () => {
    expect(gapOf({ ...counted, people: null }).missing).toBeNull();
    expect(gapOf({ ...counted, registered: 0 }).retention).toBeNull();
  });
});

describe('ranks', () => {
  const of = (missing: number | null, pacePerDay: number, retention: number | null) => ({
    missing,
    pacePerDay,
    retention,
  });

  it('go from the highest down, each by itself, equal ones alike', () => {
    expect(ranksOf([of(5, 1, 0.5), of(9, -1, 0.9), of(5, 0, 0.1), of(1, 4, 0.2)])).toEqual([
      { missing: 2, pace: 2, retention: 2 },
      { missing: 1, pace: 4, retention: 1 },
      { missing: 2, pace: 3, retention: 4 },
      { missing: 4, pace: 1, retention: 3 },
    ]);
  });

  it('are not given to what is not known', () => {
    expect(ranksOf([of(null, 0, null), of(0, 0, 0)])).toEqual([
      { missing: null, pace: 1, retention: null },
      { missing: 1, pace: 1, retention: 1 },
    ]);
  });
});
