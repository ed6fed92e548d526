import { describe, expect, it } from '@jest/globals';
import { driftSentence, exitCodeOf, isRight, problemsOf, verdictOf } from './judge.js';
import type { Quantity } from './quantities.js';
import type { BenchReport, Measured } from './results.js';

const rate: Quantity = { key: 'x.ours', what: 'x', unit: '/s', better: 'more', floor: 100, aim: 200 };
const wait: Quantity = { key: 'x.p99', what: 'x', unit: 'ms', better: 'less', floor: 50, aim: 30 };
const digest = { count: 3, sum: 30, hash: 'abc' };
const measured = (change: Partial<Measured>): Measured => ({
  name: 'payments',
  conditions: [],
  figures: {},
  proofs: [],
  costs: [],
  ...change,
});
const report = (change: Partial<BenchReport>): BenchReport => ({
  commit: 'c',
  seed: 7,
  measuredAt: '2026-01-01T00:00:00.000Z',
  tookSeconds: 1,
  command: 'npm run bench',
  isShort: false,
  machine: {},
  versions: {},
  calibrations: [{ when: 'before', cpuSeconds: 1, syncsPerSecond: 1_000 }],
  measurements: [],
  failures: [],
  ...change,
});

describe('a verdict', () => {
  it.each([
    [rate, [99.9], 'MISSES THE FLOOR'],
    [rate, [100], 'holds the floor'],
    [rate, [200], 'reaches the aim'],
    [rate, [], 'MISSES THE FLOOR'],
    [wait, [50.1], 'MISSES THE FLOOR'],
    [wait, [50], 'holds the floor'],
    [wait, [30], 'reaches the aim'],
    [wait, [Number.NaN], 'MISSES THE FLOOR'],
    [{ ...rate, floor: null }, [150], 'misses the aim'],
    [{ ...rate, floor: null, aim: null }, [1], 'reported'],
  ] as const)('on %o with %o is "%s"', (quantity, rounds, verdict) => {
    expect(verdictOf(quantity, rounds)).toBe(verdict);
  });

  it('is passed on the median, not on the best round', () => {
    expect(verdictOf(rate, [300, 90, 95])).toBe('MISSES THE FLOOR');
  });
});

describe('a digest', () => {
  it('is right when number, sum and hash are those of the inputs', () => {
    expect(isRight({ what: 'figures', expected: digest, found: { ...digest } })).toBe(true);
  });

  it.each([{ count: 2 }, { sum: 31 }, { hash: 'abd' }])(
    'is wrong with %o, and the run does not count',
    (other) => {
      const proof = { what: 'figures', expected: digest, found: { ...digest, ...other } };
      expect(isRight(proof)).toBe(false);
      const run = report({ measurements: [measured({ proofs: [proof] })] });
      expect(problemsOf(run)).toEqual([expect.stringMatching(/^payments: figures came out as/)]);
      expect(exitCodeOf(run)).toBe(1);
    },
  );
});

describe('a run', () => {
  it('counts when every digest is right, also with a floor missed', () => {
    const figures = { 'payments.ours': [1], 'payments.naive': [250] };
    const run = report({ measurements: [measured({ figures })] });
    expect(problemsOf(run)).toEqual([]);
    expect(exitCodeOf(run)).toBe(0);
  });

  it('is void when the naive way falls below 250/s in any round', () => {
    const figures = { 'payments.naive': [400, 249.4] };
    expect(problemsOf(report({ measurements: [measured({ figures })] }))).toEqual([
      'payments: void, for the naive way came to 249/s only, below 250/s.',
    ]);
  });

  it('does not count when a measurement broke off', () => {
    expect(problemsOf(report({ failures: ['relay: broke'] }))).toEqual(['relay: broke']);
  });
});

describe('the calibration', () => {
  const before = { cpuSeconds: 2, syncsPerSecond: 1_000 };

  it('says nothing up to 15 %', () => {
    expect(driftSentence([before, { cpuSeconds: 2.3, syncsPerSecond: 1_150 }, before])).toBeNull();
  });

  it.each([
    { cpuSeconds: 2.4, syncsPerSecond: 1_000 },
    { cpuSeconds: 2, syncsPerSecond: 800 },
  ])('says so beyond, as with %o, also where it is over in the end', (meanwhile) => {
    expect(driftSentence([before, meanwhile, before])).toMatch(/differed by 2[05] %/);
  });
});
