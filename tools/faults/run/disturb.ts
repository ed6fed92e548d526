import { setTimeout as sleep } from 'node:timers/promises';
import type { Say } from '../../stack/progress.js';
import { Chance } from '../../sample/chance/chance.js';
import { inflict } from '../inflict/inflict.js';
import type { Load } from '../load/load.js';
import { describeFault, type Fault } from '../plan/fault.js';
import type { Step } from '../plan/plan.js';
import type { World } from '../world/world.js';
import type { Lookout } from './lookout.js';
import { Operator, type Care } from './operator.js';
import { answersAgain, recover, type Recovery } from './recovery.js';

/** Reasons for which no message of a good sender may ever be parked, and no outage may park one. */
const NEVER = ['bug', 'conflict', 'sequence-gap'];

/** A machine that is busy with starting a broker answers late now and then. */
const UNANSWERED_SHARE_MAX = 0.01;

export interface SoFar {
  readonly ms: number;
  readonly sent: number;
  readonly acknowledged: number;
}

/** A fault that was inflicted, and what came of it. */
export interface Outcome extends Recovery {
  readonly fault: Fault;
  /** How long it was held. */
  readonly heldMs: number;
  readonly note: string | null;
  /** While it was held, before anything was mended. */
  readonly acknowledged: number;
  readonly unansweredOverHttp: number;
  /** From the end of recovery until every process was ready again; null when one was not in time. */
  readonly readyMs: number | null;
  readonly care: Care;
  readonly isUnderFullLoad: boolean;
  /** From the first fault to the end of this one: how long, and how many inputs were sent and acknowledged. */
  readonly soFar: SoFar;
  /** What should not have been. */
  readonly violations: readonly string[];
}

export interface Disturbance {
  readonly world: World;
  readonly load: Load;
  readonly lookout: Lookout;
  /** Inputs a second under full load. */
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

const NO_CARE: Care = { discarded: 0, rounds: 0 };

/** Faults come one at a time: the next one waits for processes that are still starting. */
const allReady = async ({ replicas }: World, withinMs: number): Promise<number | null> => {
  const began = performance.now();
  const late = sleep(withinMs).then(() => null);
  const ready = Promise.all(replicas.map(({ member }) => member.ready()));
  return Promise.race([late, ready.then(() => Math.round(performance.now() - began))]);
};

/** So much of the full load is taken while something else is got over. */
const CALM_SHARE = 0.25;
/** Under full load nobody waits for a backlog to go: the next one is killed on top of it. */
const BUSY_PATIENCE_MS = 700;
const BUSY_READY_MS = 1_500;
/** Meanwhile only so much of it comes in that answers can be seen to be given. */
const BACKLOG_SHARE = 0.05;
const CALM_DOWN_MS = 1_800_000;

const paceOf = ({ isUnderFullLoad }: Step, { perSecond, patienceMs }: Disturbance) =>
  isUnderFullLoad
    ? { perSecond, patienceMs: BUSY_PATIENCE_MS, readyWithinMs: BUSY_READY_MS }
    : { perSecond: perSecond * CALM_SHARE, patienceMs, readyWithinMs: patienceMs };

const goThrough = async (
  step: Step,
  disturbance: Disturbance,
  chance: Chance,
): Promise<Omit<Outcome, 'soFar'>> => {
  const { world, load, lookout } = disturbance;
  const { fault } = step;
  const { perSecond, patienceMs, readyWithinMs } = paceOf(step, disturbance);
  load.pace(perSecond);
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
  const withinMs = patienceMs + heldMs;
  const recovery = await (step.isUnderFullLoad
    ? answersAgain(load, withinMs)
    : recover(load, lookout, { perSecond, withinMs }));
  const care =
    fault.kind === 'swapped'
      ? await (await Operator.for(world)).closeGaps(lookout, load, perSecond)
      : NO_CARE;
  const readyMs = await allReady(world, readyWithinMs);
  const violations = [...whileHeld(fault, meanwhile), ...(await parkedWrongly(lookout))];
  const { isUnderFullLoad } = step;
  return { fault, isUnderFullLoad, heldMs, note, ...meanwhile, ...recovery, readyMs, care, violations };
};

const told = (outcome: Outcome): string => {
  const { fault, heldMs, note, answersBackMs, caughtUpMs, backlog, isUnderFullLoad, violations } = outcome;
  const caughtUp =
    caughtUpMs === null ? `not caught up: ${JSON.stringify(backlog)}` : `caught up after ${caughtUpMs} ms`;
  return [
    `${describeFault(fault)}${note === null ? '' : ` (${note})`}: held ${heldMs} ms`,
    answersBackMs === null ? 'answers not back' : `answers back after ${answersBackMs} ms`,
    ...(isUnderFullLoad ? [] : [caughtUp]),
    ...violations,
  ].join('; ');
};

/** The backlog of the full load goes before anything else is inflicted, or the load ends: recovery could not be told from it. */
const calmDown = async ({ load, lookout, perSecond, say }: Disturbance): Promise<number | null> => {
  const calm = { perSecond: perSecond * BACKLOG_SHARE, withinMs: CALM_DOWN_MS };
  load.pace(calm.perSecond);
  const { caughtUpMs } = await recover(load, lookout, calm);
  const after = caughtUpMs === null ? `not gone after ${CALM_DOWN_MS}` : `gone after ${caughtUpMs}`;
  say(`the backlog of the full load is ${after} ms`);
  return caughtUpMs;
};

/** What came of a plan. */
export interface Disturbed {
  readonly outcomes: readonly Outcome[];
  /** How long it took until the backlog of the full load was gone, at a twentieth of it; null where it was not in time. */
  readonly calmedDownMs: number | null;
}

/** Inflicts the faults of a plan one after the other, each when it is due and the one before is got over. */
export const disturb = async (
  plan: readonly Step[],
  disturbance: Disturbance,
  seed: number,
): Promise<Disturbed> => {
  const chance = new Chance(seed, 'victims');
  const began = performance.now();
  const { load } = disturbance;
  const atFirst = load.counts;
  const soFar = (): SoFar => ({
    ms: Math.round(performance.now() - began),
    sent: load.counts.sent - atFirst.sent,
    acknowledged: load.counts.acknowledged - atFirst.acknowledged,
  });
  const outcomes: Outcome[] = [];
  let calmedDownMs: number | null = null;
  const wasUnderFullLoad = () => outcomes.at(-1)?.isUnderFullLoad ?? false;
  for (const step of plan) {
    if (wasUnderFullLoad() && !step.isUnderFullLoad) calmedDownMs = await calmDown(disturbance);
    await sleep(Math.max(0, began + step.atMs - performance.now()));
    const outcome = { ...(await goThrough(step, disturbance, chance)), soFar: soFar() };
    outcomes.push(outcome);
    disturbance.say(`${outcomes.length}/${plan.length} ${told(outcome)}`);
  }
  if (wasUnderFullLoad()) calmedDownMs = await calmDown(disturbance);
  return { outcomes, calmedDownMs };
};
