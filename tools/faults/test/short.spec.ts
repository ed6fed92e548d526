import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { shortPlan } from '../plan/plan.js';
import { KILL_POINTS } from '../points/points.js';
import { runFaults, type RunResult } from '../run/run.js';

jest.setTimeout(900_000);

const SEED = 7;
/** Of which a quarter is taken while something is got over. */
const PER_SECOND = 160;
/** A group notices after ten seconds that a member was killed, and this machine is busy with other tests meanwhile. */
const PATIENCE_MS = 60_000;

/** The whole system under load on a world of its own, disturbed once in each important way. */
describe('a short run with faults', () => {
  const plan = shortPlan(SEED);
  const said: string[] = [];
  let result: RunResult;

  beforeAll(async () => {
    const say = (line: string) => said.push(line);
    result = await runFaults({
      seed: SEED,
      perSecond: PER_SECOND,
      plan,
      lastsMs: 0,
      compare: false,
      patienceMs: PATIENCE_MS,
      say,
    });
  });

  it('violates nothing', () =>
    expect({ violations: result.violations, said }).toMatchObject({ violations: [] }));

  it.each(KILL_POINTS)('kills %s', (point) => expect(result.points[point]).toBeGreaterThan(0));

  it('inflicts all that was planned', () =>
    expect(result.outcomes.map(({ fault }) => fault)).toEqual(plan.map(({ fault }) => fault)));

  it('looks at each invariant', () => {
    const checked = Object.entries(result.invariants).map(([name, { checked }]) => [name, checked > 0]);
    expect(Object.fromEntries(checked)).toEqual(
      Object.fromEntries('I1 I2 I3 I4 I5 I6 I7 I8 I9'.split(' ').map((name) => [name, true])),
    );
  });

  it('has every input acknowledged or refused in the end', () => {
    const { sent, acknowledged, refused } = result.counts;
    expect(sent).toBe(result.inputs);
    expect(acknowledged + refused).toBe(sent);
  });
});
