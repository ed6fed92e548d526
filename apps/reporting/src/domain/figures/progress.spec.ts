import { describe, expect, it } from '@jest/globals';
import type { Target } from '../references/references.js';
import { paceDays, progressOf } from './progress.js';

const DAY = '2024-12-17';
const target = (change: Partial<Target> = {}): Target => ({
  kind: 'stock',
  value: 1_000,
  base: null,
  regions: ['33.72'],
  segment: null,
  from: '2024-01-01',
  through: '2024-12-31',
  publisher: 'branch',
  source: 'paper',
  ...change,
});
const persons = (...counts: number[]) =>
  counts.map((count) => ({ persons: count, denominator: 2_000, joined: count - 400 }));

describe('the pace', () => {
  it('is worked out from four weeks', () => {
    expect(paceDays(DAY)).toEqual(['2024-11-19', '2024-11-26', '2024-12-03', '2024-12-10', DAY]);
  });
});

describe('the progress of a target', () => {
  it('says what is reached, needed, and by when at which pace', () => {
    expect(progressOf(target(), DAY, persons(500, 520, 570, 580, 640))).toEqual({
      reached: 640,
      needed: 360,
      daysLeft: 14,
      neededPerDay: 360 / 14,
      pacePerDay: 5,
      projectedOn: '2025-02-27', // 72 days of 5
      projectedBetween: { earliestOn: '2025-01-28', latestOn: '2025-08-26' }, // weeks of 60 and of 10
    });
  });

  it('is projected to the day on which the last person comes, not a day before', () => {
    const at = (now: number) =>
      progressOf(target({ value: now + 10 }), DAY, persons(now - 28, now - 21, now - 14, now - 7, now));
    expect(at(500).projectedOn).toBe('2024-12-27');
    const slower = progressOf(target({ value: 510 }), DAY, persons(473, 480, 487, 494, 500));
    expect(slower.projectedOn).toBe('2024-12-28'); // 27 in 28 days: ten of them in ten days and a bit
  });

  it('is not projected at a pace of nought or less', () => {
    const still = progressOf(target(), DAY, persons(640, 650, 630, 640, 640));
    expect(still).toMatchObject({ pacePerDay: 0, projectedOn: null });
    expect(still.projectedBetween.latestOn).toBeNull();
    expect(still.projectedBetween.earliestOn).not.toBeNull();
    const falling = progressOf(target(), DAY, persons(696, 680, 670, 660, 640));
    expect(falling).toMatchObject({
      pacePerDay: -2,
      projectedOn: null,
      projectedBetween: { earliestOn: null, latestOn: null },
    });
  });

  it('is reached on the day when nothing is needed, whatever the pace', () => {
    const done = progressOf(target({ value: 640 }), DAY, persons(640, 640, 640, 640, 640));
    expect(done).toMatchObject({ needed: 0, neededPerDay: 0, projectedOn: DAY });
    const wanting = progressOf(target({ value: 641 }), DAY, persons(640, 640, 640, 640, 640));
    expect(wanting).toMatchObject({ needed: 1, projectedOn: null });
  });

  it('counts a share of the denominator, and new ones by who joined', () => {
    const share = progressOf(target({ kind: 'coverage', value: 0.5 }), DAY, persons(640, 640, 640, 640, 640));
    expect([share.reached, share.needed]).toEqual([640, 360]);
    const fresh = progressOf(target({ kind: 'new', value: 300 }), DAY, persons(500, 520, 570, 580, 640));
    expect(fresh).toMatchObject({ reached: 240, needed: 60, pacePerDay: 5, projectedOn: '2024-12-29' });
  });

  it('is open where the denominator or the last day is not known, and over behind it', () => {
    const unknown = persons(500, 520, 570, 580, 640).map((each) => ({ ...each, denominator: null }));
    const share = progressOf(target({ kind: 'coverage', value: 0.5 }), DAY, unknown);
    expect(share).toMatchObject({ reached: 640, needed: null, neededPerDay: null, projectedOn: null });
    const endless = progressOf(target({ through: null }), DAY, persons(500, 520, 570, 580, 640));
    expect(endless).toMatchObject({ daysLeft: null, neededPerDay: null, projectedOn: '2025-02-27' });
    const over = progressOf(target(), '2025-01-05', persons(500, 520, 570, 580, 640));
    expect(over).toMatchObject({ daysLeft: 0, neededPerDay: null });
  });

  it('is no projection beyond the calendar', () => {
    const slow = progressOf(target({ value: 70_000_000 }), DAY, persons(639, 639, 639, 639, 640));
    expect(slow).toMatchObject({ projectedOn: null, pacePerDay: 1 / 28 });
  });
});
