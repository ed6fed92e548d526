import { setTimeout as sleep } from 'node:timers/promises';
import type { Say } from '../../stack/progress.js';
import { Chance } from '../../sample/chance/chance.js';
import { inflict } from '../inflict/inflict.js';
import type { Load } from '../load/load.js';
import { describeFault, type Fault } from '../plan/fault.js';
import type { Step } from '../plan/plan.js';
import type { World } from '../world/world.js';
import type { Lookout } from './lookout.js';
import { Operator } from './operator.js';
import { recover, type Recovery } from './recovery.js';

/** Reasons for which no message of a good sender may ever be parked, and no outage may park one. */
const NEVER = ['bug', 'conflict', 'sequence-gap'];

/** A machine that is busy with starting a broker answers late now and then. */
const UNANSWERED_SHARE_MAX = 0.01;

/** A fault that was inflicted, and what came of it. */
export interface Outcome extends Recovery {
  readonly fault: Fault;
  /** How long it was held. */
  readonly heldMs: number;
  readonly note: string | null;
  /** While it was held, before anything was mended. */
  readonly acknowledged: number;
  readonly unansweredOverHttp: number;
  /** What should not have been. */
  readonly violations: readonly string[];
}

export interface Disturbance {
  readonly world: World;
  readonly load: Load;
  readonly lookout: Lookout;
  readonly perSecond: number;
  /** How long recovery is waited for, beside the time that the fault itself took. */
  readonly patienceMs: number;
  readonly say: Say;
}

/** An outage of the broker is none of those who send over HTTP. */
const whileHeld = (
  fault: Fault,
  { acknowledged, unansweredOverHttp }: Pick<Outcome, 'acknowledged' | 'unansweredOverHttp'>,
): string[] => {
  if (fault.kind !== 'broker-away' || fault.forMs === 0) return [];
  return [
    ...(unansweredOverHttp > acknowledged * UNANSWERED_SHARE_MAX
      ? [`${unansweredOverHttp} requests went unanswered while the broker was away`]
      : []),
    ...(acknowledged === 0 ? ['nothing was acknowledged while the broker was away'] : []),
  ];
};

const parkedWrongly = async (lookout: Lookout): Promise<string[]> => {
  const parked = await lookout.parked();
  return NEVER.flatMap((reason) =>
    parked[reason] === undefined ? [] : [`${parked[reason]} parked: ${reason}`],
  );
};

const goThrough = async (fault: Fault, disturbance: Disturbance, chance: Chance): Promise<Outcome> => {
  const { world, load, lookout, perSecond, patienceMs } = disturbance;
  const before = load.counts;
  let after: Load['counts'] | null = null;
  const began = performance.now();
  const note = await inflict(fault, world, { chance, isHeld: () => (after = load.counts) });
  const heldMs = Math.round(performance.now() - began);
  const { acknowledged, unansweredOverHttp } = after ?? load.counts;
  const meanwhile = {
    acknowledged: acknowledged - before.acknowledged,
    unansweredOverHttp: unansweredOverHttp - before.unansweredOverHttp,
  };
  const recovery = await recover(load, lookout, { perSecond, withinMs: patienceMs + heldMs });
  if (fault.kind === 'swapped') await (await Operator.for(world)).closeGaps(lookout, load, perSecond);
  const violations = [...whileHeld(fault, meanwhile), ...(await parkedWrongly(lookout))];
  return { fault, heldMs, note, ...meanwhile, ...recovery, violations };
};

const told = ({ fault, heldMs, note, answersBackMs, caughtUpMs, violations }: Outcome): string =>
  [
    `${describeFault(fault)}${note === null ? '' : ` (${note})`}: held ${heldMs} ms`,
    `answers back after ${answersBackMs ?? '—'} ms`,
    `caught up after ${caughtUpMs ?? '—'} ms`,
    ...violations,
  ].join('; ');

/** Inflicts the faults of a plan one after the other, each when it is due and the one before is got over. */
export const disturb = async (
  plan: readonly Step[],
  disturbance: Disturbance,
  seed: number,
): Promise<readonly Outcome[]> => {
  const chance = new Chance(seed, 'victims');
  const began = performance.now();
  const outcomes: Outcome[] = [];
  for (const { atMs, fault } of plan) {
    await sleep(Math.max(0, began + atMs - performance.now()));
    const outcome = await goThrough(fault, disturbance, chance);
    outcomes.push(outcome);
    disturbance.say(`${outcomes.length}/${plan.length} ${told(outcome)}`);
  }
  return outcomes;
};
