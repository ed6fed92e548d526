import { describe, expect, it } from '@jest/globals';
import type { Fault } from '../plan/fault.js';
import type { Outcome } from './disturb.js';
import { unkept } from './unkept.js';

const fault: Fault = { kind: 'kill', service: 'claims', point: null };
const outcome = (more: Partial<Outcome>): Outcome => ({
  fault,
  heldMs: 1,
  note: null,
  acknowledged: 1,
  unansweredOverHttp: 0,
  answersBackMs: 0,
  caughtUpMs: null,
  backlog: null,
  readyMs: 0,
  care: { discarded: 0, rounds: 0 },
  violations: [],
  isUnderFullLoad: true,
  soFar: { ms: 2_000, sent: 2_000, acknowledged: 1_000 },
  ...more,
});
const done = (outcomes: readonly Outcome[], calmedDownMs: number | null = 1) => ({ outcomes, calmedDownMs });
const planned = (count: number) => ({
  plan: Array.from({ length: count }, () => ({ atMs: 0, fault, isUnderFullLoad: true })),
  perSecond: 1_000,
});

describe('what a run with faults fell short of', () => {
  it('is nothing where all was done, at the rate that was asked for', () =>
    expect(unkept(planned(1), done([outcome({})]))).toEqual([]));

  it('is a fault that was not inflicted', () =>
    expect(unkept(planned(2), done([outcome({})]))).toEqual(['only 1 of 2 faults were inflicted']));

  it('is a load of less than 98 in a hundred', () => {
    const sent = (count: number) => outcome({ soFar: { ms: 2_000, sent: count, acknowledged: 0 } });
    expect(unkept(planned(1), done([sent(1_960)]))).toEqual([]);
    expect(unkept(planned(1), done([sent(1_958)]))).toEqual([
      'only 979 inputs a second were sent under full load, not 1000',
    ]);
  });

  it('is a backlog that was not gone in time, where there was a full load', () => {
    expect(unkept(planned(1), done([outcome({})], null))).toEqual([
      'the backlog of the full load was not gone in time',
    ]);
    expect(unkept(planned(1), done([outcome({ isUnderFullLoad: false })], null))).toEqual([]);
  });

  it.each([{ answersBackMs: null }, { readyMs: null }])('is what was not got over in time: %j', (more) => {
    expect(unkept(planned(1), done([outcome({ ...more, isUnderFullLoad: false })]))).toEqual([
      'kill was not got over in time',
    ]);
    expect(unkept(planned(1), done([outcome(more)]))).toEqual([]);
  });
});
