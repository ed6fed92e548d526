import { describe, expect, it } from '@jest/globals';
import {
  ADDED_UP_WITHIN_MS,
  ADDING_UP_STANDSTILL_MS,
  addingUpSeenAt,
  markOf,
  seenAt,
  STANDSTILL_MS,
  stillMsOf,
  type AddingUpStanding,
  type Standings,
} from './standstill.js';

const NOTHING: Standings = new Map();
const ALL_ADDED_UP = { version: 1, waitingMs: 0, sinceMs: 0 };
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
    expect(markOf(looks([0, at(5, 0)], [60_000, at(5, 0)]), ALL_ADDED_UP, 60_000)).toBe('current');
  });

  it('is behind as long as what waits is taken', () => {
    const moving = looks([0, at(5, 9)], [9_000, at(6, 8)], [18_000, at(7, 7)]);
    expect(markOf(moving, ALL_ADDED_UP, 18_000)).toBe('behind');
  });

  it('is standing still once a partition has not moved for ten seconds with something to do', () => {
    const still = looks([1_000, at(5, 1)], [6_000, at(5, 2)]);
    expect(markOf(still, ALL_ADDED_UP, 1_000 + STANDSTILL_MS - 1)).toBe('behind');
    expect(markOf(still, ALL_ADDED_UP, 1_000 + STANDSTILL_MS)).toBe('standing-still');
  });

  it('does not hold idle time against a partition to which something has just come', () => {
    const idle = looks([0, at(5, 0)], [50_000, at(5, 0)], [60_000, at(5, 1)]);
    expect(markOf(idle, ALL_ADDED_UP, 60_000)).toBe('behind');
    expect(markOf(idle, ALL_ADDED_UP, 70_000)).toBe('standing-still');
  });

  it('is standing still for one partition, though the others move', () => {
    const one = looks([0, at(5, 1), at(7, 3, 1)], [12_000, at(5, 1), at(9, 1, 1)]);
    expect(markOf(one, ALL_ADDED_UP, 12_000)).toBe('standing-still');
    expect(stillMsOf('members', one, 12_000)).toBe(12_000);
    expect(stillMsOf('claims', one, 12_000)).toBe(0);
  });

  it('turns back as soon as it moves again', () => {
    const again = looks([0, at(5, 1)], [20_000, at(5, 1)], [21_000, at(6, 4)]);
    expect(markOf(again, ALL_ADDED_UP, 21_000)).toBe('behind');
    expect(stillMsOf('members', again, 21_000)).toBe(0);
  });
});

describe('the mark of what is read and not added up', () => {
  /** What is seen at several looks, one after the other. */
  const seen = (...all: readonly (readonly [nowMs: number, version: number, waitingMs: number])[]) =>
    all.reduce<AddingUpStanding | null>(
      (before, [nowMs, version, waitingMs]) => addingUpSeenAt(nowMs, { version, waitingMs }, before),
      null,
    )!;
  const idleFor = 3_600_000;

  it('is behind once something waits for ten seconds', () => {
    expect(markOf(NOTHING, seen([0, 1, ADDED_UP_WITHIN_MS - 1]), 0)).toBe('current');
    expect(markOf(NOTHING, seen([0, 1, ADDED_UP_WITHIN_MS]), 0)).toBe('behind');
  });

  it('is standing still once something waits for a minute in which no figure moved', () => {
    const since = seen([0, 7, 5_000], [ADDING_UP_STANDSTILL_MS, 7, ADDING_UP_STANDSTILL_MS]);
    expect(markOf(NOTHING, since, ADDING_UP_STANDSTILL_MS - 1)).toBe('behind');
    expect(markOf(NOTHING, since, ADDING_UP_STANDSTILL_MS)).toBe('standing-still');
  });

  it('is behind while figures move, however long something waits', () => {
    const moving = seen([0, 7, 100_000], [ADDING_UP_STANDSTILL_MS, 8, 160_000]);
    expect(markOf(NOTHING, moving, ADDING_UP_STANDSTILL_MS)).toBe('behind');
  });

  it('does not hold idle time against what has just been read', () => {
    const idle = (waitingMs: number) => seen([0, 7, 0], [idleFor, 7, waitingMs]);
    expect(markOf(NOTHING, idle(1_000), idleFor)).toBe('current');
    expect(markOf(NOTHING, idle(ADDING_UP_STANDSTILL_MS - 1), idleFor)).toBe('behind');
    expect(markOf(NOTHING, idle(ADDING_UP_STANDSTILL_MS), idleFor)).toBe('standing-still');
  });

  it('is the worse of both', () => {
    const still = looks([0, at(5, 1)]);
    expect(markOf(still, seen([0, 1, ADDED_UP_WITHIN_MS]), STANDSTILL_MS)).toBe('standing-still');
    expect(markOf(looks([0, at(5, 1)]), seen([0, 1, 0]), 0)).toBe('behind');
  });
});
