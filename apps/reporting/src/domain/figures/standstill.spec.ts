import { describe, expect, it } from '@jest/globals';
import { markOf, seenAt, STANDSTILL_MS, stillMsOf, type Standings } from './standstill.js';

const NOTHING: Standings = new Map();
const at = (position: number, lag: number, partition = 0) => ({
  topic: 'members',
  partition,
  position,
  lag,
});

/** What is seen at several looks, one after the other. */
const looks = (...seen: readonly (readonly [nowMs: number, ...places: ReturnType<typeof at>[]])[]) =>
  seen.reduce((before, [nowMs, ...places]) => seenAt(nowMs, places, before), NOTHING);

describe('the mark of the reading', () => {
  it('is current where nothing waits, however long ago anything moved', () => {
    expect(markOf(looks([0, at(5, 0)], [60_000, at(5, 0)]), 60_000)).toBe('current');
  });

  it('is behind as long as what waits is taken', () => {
    const moving = looks([0, at(5, 9)], [9_000, at(6, 8)], [18_000, at(7, 7)]);
    expect(markOf(moving, 18_000)).toBe('behind');
  });

  it('is standing still once a partition has not moved for ten seconds with something to do', () => {
    const still = looks([1_000, at(5, 1)], [6_000, at(5, 2)]);
    expect(markOf(still, 1_000 + STANDSTILL_MS - 1)).toBe('behind');
    expect(markOf(still, 1_000 + STANDSTILL_MS)).toBe('standing-still');
  });

  it('does not hold idle time against a partition to which something has just come', () => {
    const idle = looks([0, at(5, 0)], [50_000, at(5, 0)], [60_000, at(5, 1)]);
    expect(markOf(idle, 60_000)).toBe('behind');
    expect(markOf(idle, 70_000)).toBe('standing-still');
  });

  it('is standing still for one partition, though the others move', () => {
    const one = looks([0, at(5, 1), at(7, 3, 1)], [12_000, at(5, 1), at(9, 1, 1)]);
    expect(markOf(one, 12_000)).toBe('standing-still');
    expect(stillMsOf('members', one, 12_000)).toBe(12_000);
    expect(stillMsOf('claims', one, 12_000)).toBe(0);
  });

  it('turns back as soon as it moves again', () => {
    const again = looks([0, at(5, 1)], [20_000, at(5, 1)], [21_000, at(6, 4)]);
    expect(markOf(again, 21_000)).toBe('behind');
    expect(stillMsOf('members', again, 21_000)).toBe(0);
  });
});
