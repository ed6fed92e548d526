import { describe, expect, it } from '@jest/globals';
import type { Fault } from '../plan/fault.js';
import type { Outcome } from './disturb.js';
import { summaryOf } from './summary.js';

const outcome = (
  fault: Fault,
  answersBackMs: number | null,
  caughtUpMs: number | null,
  isUnderFullLoad = false,
): Outcome => ({
  fault,
  heldMs: 1,
  note: null,
  acknowledged: 1,
  unansweredOverHttp: 0,
  answersBackMs,
  caughtUpMs,
  backlog: null,
  readyMs: 0,
  care: { discarded: 0, rounds: 0 },
  violations: [],
  isUnderFullLoad,
  soFar: { ms: 0, sent: 0, acknowledged: 0 },
});
const kill: Fault = { kind: 'kill', service: 'claims', point: null };

describe('recovery by kind of fault', () => {
  it('is told by its median and its worst', () =>
    expect(summaryOf([outcome(kill, 5, 50), outcome(kill, 1, 70), outcome(kill, 9, 60)])).toEqual({
      kill: {
        times: 3,
        heldMs: { of: 3, p50: 1, max: 1 },
        acknowledgedMeanwhile: 3,
        answersBackMs: { of: 3, p50: 5, max: 9 },
        caughtUpMs: { of: 3, p50: 60, max: 70 },
        notInTime: 0,
      },
    }));

  it('counts those that were not over in time, and tells the others', () =>
    expect(summaryOf([outcome(kill, null, 3), outcome(kill, 4, null)])['kill']).toEqual({
      times: 2,
      heldMs: { of: 2, p50: 1, max: 1 },
      acknowledgedMeanwhile: 2,
      answersBackMs: { of: 1, p50: 4, max: 4 },
      caughtUpMs: { of: 1, p50: 3, max: 3 },
      notInTime: 2,
    }));

  it('waits for no backlog to go under full load', () =>
    expect(summaryOf([outcome(kill, 4, null, true), outcome(kill, null, null, true)])['kill']).toEqual({
      times: 2,
      heldMs: { of: 2, p50: 1, max: 1 },
      acknowledgedMeanwhile: 2,
      answersBackMs: { of: 1, p50: 4, max: 4 },
      caughtUpMs: null,
      notInTime: 1,
    }));

  it('keeps apart what is hit, and at which point', () =>
    expect(
      Object.keys(
        summaryOf([
          outcome({ ...kill, point: 'in-the-roll-up' }, 1, 1),
          outcome({ kind: 'cut', wire: 'kafka' }, 1, 1),
          outcome({ kind: 'cut', wire: 'postgres' }, 1, 1),
          outcome({ kind: 'database-restart' }, 1, 1),
        ]),
      ),
    ).toEqual(['kill in-the-roll-up', 'cut kafka', 'cut postgres', 'database-restart']));
});
