import { parseArgs } from 'node:util';
import { countsOf, planOf } from '../faults/plan/plan.js';
import { reportOf } from '../faults/run/report.js';
import { runFaults } from '../faults/run/run.js';
import { sentenceOf } from '../stack/cannot-start.js';
import { leaveEvidence } from './kit/evidence.js';

const PATIENCE_MS = 60_000;
const MINUTE_MS = 60_000;
/** The run in which a relay publishes in the wrong order needs no more than this share of the time. */
const OUT_OF_ORDER_SHARE = 0.1;

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

/** One run of the phases, and the same inputs undisturbed. */
const run = async (wish: { seed: number; minutes: number; perSecond: number; only?: readonly string[] }) => {
  const { seed, minutes, perSecond } = wish;
  const plan = planOf(wish);
  say(`${plan.length} faults: ${JSON.stringify(countsOf(plan))}`);
  const lastsMs = minutes * MINUTE_MS;
  const given = { seed, perSecond, plan, lastsMs, patienceMs: PATIENCE_MS, compare: true, say };
  return { minutes, perSecond, ...reportOf(plan, await runFaults(given)) };
};

/** Disturbs the whole system by a plan that follows from the seed, and checks it; leaves the evidence either way. */
const main = async (): Promise<void> => {
  const { values } = parseArgs({ options });
  const seed = Number(values.seed);
  const minutes = Number(values.minutes);
  const perSecond = Number(values['per-second']);
  if (values.only !== undefined) {
    const figures = await run({ seed, minutes, perSecond, only: values.only.split(',') });
    leaveEvidence(`faults-${values.only.replaceAll(',', '-')}`, seed, figures);
    process.exitCode = figures.violationsInAll === 0 ? 0 : 1;
    return;
  }
  const everything = await run({ seed, minutes, perSecond });
  const outOfOrder = await run({ seed, minutes: minutes * OUT_OF_ORDER_SHARE, perSecond, only: ['swaps'] });
  leaveEvidence('faults', seed, { everything, outOfOrder });
  process.exitCode = everything.violationsInAll + outOfOrder.violationsInAll === 0 ? 0 : 1;
};

try {
  await main();
} catch (error) {
  say(sentenceOf(error));
  process.exitCode = 1;
}
