import { parseArgs } from 'node:util';
import { countsOf, planOf } from '../faults/plan/plan.js';
import { runFaults, type RunResult } from '../faults/run/run.js';
import { summaryOf } from '../faults/run/summary.js';
import { sentenceOf } from '../stack/cannot-start.js';
import { leaveEvidence } from './kit/evidence.js';

const SHOWN_MAX = 50;
const PATIENCE_MS = 60_000;

const options = {
  minutes: { type: 'string', default: '30' },
  seed: { type: 'string', default: '7' },
  'per-second': { type: 'string', default: '1000' },
  /** Phases of the plan, with commas between them. */
  only: { type: 'string' },
} as const;

const begunAt = performance.now();
const say = (line: string) =>
  console.log(`${((performance.now() - begunAt) / 1_000).toFixed(1).padStart(7)} s  ${line}`);

const checkedIn = ({ invariants }: RunResult) =>
  Object.fromEntries(
    Object.entries(invariants).map(([name, { checked, violations }]) => [
      name,
      { checked, violations: violations.length },
    ]),
  );

/** Disturbs the whole system by a plan that follows from the seed, and checks it; leaves the evidence either way. */
const main = async (): Promise<void> => {
  const { values } = parseArgs({ options });
  const [seed, minutes, perSecond] = [values.seed, values.minutes, values['per-second']].map(Number) as [
    number,
    number,
    number,
  ];
  const plan = planOf({ seed, minutes, only: values.only?.split(',') });
  say(`${plan.length} faults: ${JSON.stringify(countsOf(plan))}`);
  const result = await runFaults({
    seed,
    perSecond,
    plan,
    lastsMs: minutes * 60_000,
    patienceMs: PATIENCE_MS,
    compare: true,
    say,
  });
  const { violations, inputs, counts, points, deaths, settledMs, outcomes } = result;
  leaveEvidence('faults', seed, {
    minutes,
    only: values.only ?? 'everything',
    perSecond,
    faults: countsOf(plan),
    points,
    deaths,
    inputs,
    counts,
    recovery: summaryOf(outcomes),
    settledMs,
    invariants: checkedIn(result),
    violations: violations.slice(0, SHOWN_MAX),
    violationsInAll: violations.length,
  });
  if (violations.length > 0) process.exitCode = 1;
};

try {
  await main();
} catch (error) {
  say(sentenceOf(error));
  process.exitCode = 1;
}
