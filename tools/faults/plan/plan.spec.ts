import { describe, expect, it } from '@jest/globals';
import { KILL_POINTS } from '../points/points.js';
import { describeFault } from './fault.js';
import { countsOf, planOf, pointsOf, shortPlan } from './plan.js';

const full = planOf({ seed: 7, minutes: 30 });

describe('the plan of a long run', () => {
  it('kills sixty times and more, three times and more at each named point', () => {
    const counts = countsOf(full);
    expect(counts['kill']).toBeGreaterThanOrEqual(60);
    for (const point of KILL_POINTS) expect(counts[point]).toBeGreaterThanOrEqual(3);
    expect(pointsOf(full)).toEqual(KILL_POINTS);
  });

  it('restarts the database twenty times and lets the broker be away for ten minutes', () => {
    expect(countsOf(full)['database-restart']).toBe(20);
    expect(full.map(({ fault }) => fault)).toContainEqual({
      kind: 'broker-away',
      by: 'SIGTERM',
      forMs: 600_000,
    });
  });

  it('stops processes for forty seconds, and those of which there are two', () => {
    const freezes = full.flatMap(({ fault }) => (fault.kind === 'freeze' ? [fault] : []));
    expect(freezes.map(({ forMs }) => forMs)).toEqual([40_000, 40_000, 40_000, 40_000]);
    expect(new Set(freezes.map(({ service }) => service))).toEqual(new Set(['contribution', 'reporting']));
  });

  it('has a fault of every kind', () => {
    expect(Object.keys(countsOf(full))).toEqual(
      expect.arrayContaining(
        'freeze backends-ended cut refused stalled slow positions-back cursor-back sent-twice swapped disk-full'.split(
          ' ',
        ),
      ),
    );
  });

  it('kills under full load, first, and does all else under less, in another order than it was thought of', () => {
    const kinds = full.map(({ fault }) => fault.kind);
    const lastKill = kinds.lastIndexOf('kill');
    expect(full.map(({ isUnderFullLoad }) => isUnderFullLoad)).toEqual(kinds.map((kind) => kind === 'kill'));
    expect(kinds.indexOf('kill')).toBe(0);
    expect(kinds.slice(0, lastKill).every((kind) => kind === 'kill')).toBe(true);
    const restarts = kinds.flatMap((kind, index) => (kind === 'database-restart' ? [index] : []));
    expect(restarts.at(-1)! - restarts[0]!).toBeGreaterThan(restarts.length);
  });

  it('spreads them over the time there is', () => {
    const times = full.map(({ atMs }) => atMs);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times[0]).toBeGreaterThan(0);
    expect(times.at(-1)).toBeLessThan(30 * 60_000);
  });
});

describe('a plan', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(planOf({ seed: 7, minutes: 30 })).toEqual(full);
    expect(planOf({ seed: 8, minutes: 30 })).not.toEqual(full);
  });

  it('is smaller for less time, but leaves no kind out', () => {
    const small = planOf({ seed: 7, minutes: 3 });
    expect(small.length).toBeLessThan(full.length / 2);
    expect(Object.keys(countsOf(small)).toSorted()).toEqual(Object.keys(countsOf(full)).toSorted());
  });

  it('may be cut down to some phases, whose faults stay what they were', () => {
    const broker = planOf({ seed: 7, minutes: 30, only: ['broker'] });
    expect(countsOf(broker)).toEqual({ 'broker-away': 4 });
    const texts = (plan: typeof full) => plan.map(({ fault }) => describeFault(fault)).toSorted();
    const kills = planOf({ seed: 7, minutes: 30, only: ['kills'] });
    expect(texts(kills)).toEqual(texts(full.filter(({ fault }) => fault.kind === 'kill')));
  });

  it('refuses a phase that nobody knows, in a sentence', () => {
    expect(() => planOf({ seed: 7, minutes: 30, only: ['quakes'] })).toThrow(
      'There is no phase "quakes"; there are kills, freezes,',
    );
  });
});

describe('the plan of a test run', () => {
  it('comes to each named point once, and has an outage of each kind', () => {
    const counts = countsOf(shortPlan(7));
    for (const point of KILL_POINTS) expect(counts[point]).toBe(1);
    expect(counts).toMatchObject({ 'broker-away': 1, 'database-restart': 1, freeze: 1, cut: 1 });
  });
});

describe('a fault as a person reads it', () => {
  it('names its kind and particulars', () => {
    expect(describeFault({ kind: 'kill', service: 'claims', point: null })).toBe('kill claims');
    expect(describeFault({ kind: 'kill', service: 'reporting', point: 'in-the-roll-up' })).toBe(
      'kill reporting in-the-roll-up',
    );
  });
});
