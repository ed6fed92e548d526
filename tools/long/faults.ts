import { parseArgs } from 'node:util';
import { countsOf, planOf } from '../faults/plan/plan.js';
import { reportOf } from '../faults/run/report.js';
import { runFaults } from '../faults/run/run.js';
import { sentenceOf } from '../stack/cannot-start.js';
import { leaveEvidence } from './kit/evidence.js';

const PATIENCE_MS = 60_000;
const MINUTE_MS = 60_000;

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

/** Disturbs the whole system by a plan that follows from the seed, and checks it; leaves the evidence either way. */
const main = async (): Promise<void> => {
  const { values } = parseArgs({ options });
  const seed = Number(values.seed);
  const minutes = Number(values.minutes);
  const perSecond = Number(values['per-second']);
  const only = values.only?.split(',');
  const spread = planOf({ seed, minutes, only });
  // phases alone go one fault after the other, each as soon as the one before is got over
  const plan = only ? spread.map((step) => ({ ...step, atMs: 0 })) : spread;
  say(`${plan.length} faults: ${JSON.stringify(countsOf(plan))}`);
  const lastsMs = only ? 0 : minutes * MINUTE_MS;
  const wish = { seed, perSecond, plan, lastsMs, patienceMs: PATIENCE_MS, compare: true, say };
  const planned = { minutes: only ? null : minutes, perSecondUnderFullLoad: perSecond };
  const figures = { planned, ...reportOf(plan, await runFaults(wish)) };
  leaveEvidence(['faults', ...(only ?? [])].join('-'), seed, figures);
  process.exitCode = figures.violationsInAll === 0 ? 0 : 1;
};

try {
  await main();
} catch (error) {
  say(sentenceOf(error));
  process.exitCode = 1;
}
