import { setTimeout as sleep } from 'node:timers/promises';
import type { ServiceName } from '#libs/contracts';
import type { Say } from '../../stack/progress.js';
import { Api } from '../../simulator/api.js';
import { checkInvariants, figuresOf, type Figures } from '../check/check.js';
import { prepare, startLoad, type Counts, type Ledger } from '../load/load.js';
import type { FaultKind } from '../plan/fault.js';
import { countsOf, pointsOf, type Step } from '../plan/plan.js';
import { KILL_POINTS } from '../points/points.js';
import { startWorld, type World } from '../world/world.js';
import { compared, type Comparison, type LeftAlone } from './compare.js';
import { disturb, type Outcome } from './disturb.js';
import type { Care } from './operator.js';
import { Lookout } from './lookout.js';
import { untilNothingIsLeft } from './recovery.js';
import { unkept } from './unkept.js';

/** What is to be run. */
export interface RunWish {
  readonly seed: number;
  readonly perSecond: number;
  readonly plan: readonly Step[];
  /** How long the load goes on at least, faults or not. */
  readonly lastsMs: number;
  /** The same inputs once more without faults, and the figures of both compared. */
  readonly compare: boolean;
  /** How long the recovery from one fault is waited for before the next. */
  readonly patienceMs: number;
  readonly say: Say;
}

type Invariants = Awaited<ReturnType<typeof checkInvariants>>;

/** What a run came to. */
export interface RunResult {
  readonly outcomes: readonly Outcome[];
  /** From the last kill until the backlog of the full load was gone. */
  readonly calmedDownMs: number | null;
  /** How often each named point was reached. */
  readonly points: Readonly<Record<string, number>>;
  /** How each process died, and how often. */
  readonly deaths: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly counts: Counts;
  readonly inputs: number;
  /** From the last input until nothing was left to be done. */
  readonly settledMs: number;
  /** What an operator had to do about gaps. */
  readonly care: Care;
  readonly invariants: Invariants;
  /** With a run of the same inputs that nobody disturbed; null where none was wanted. */
  readonly comparison: Comparison | null;
  /** Everything that should not have been; empty when all held. */
  readonly violations: readonly string[];
}

/** Disks that are filled must be small enough to be filled at once, and large enough for the run. */
const DISK_MEBIBYTES = 20 * 1024;
const SETTLED_WITHIN_MS = 30 * 60_000;
const WARM_UP_MS = 5_000;
/** The undisturbed run has the same inputs, as fast as they are taken. */
const FASTER = 2;
/** Who is not to be disturbed is not overrun either. */
const UNDER_WAY_MAX = 400;
const POLL_MS = 200;

const withWorld = async <T>(
  wish: RunWish,
  disks: boolean,
  work: (world: World, lookout: Lookout) => Promise<T>,
): Promise<T> => {
  const { seed, say } = wish;
  const world = await startWorld({ seed, say, ...(disks ? { disksMebibytes: DISK_MEBIBYTES } : {}) });
  const lookout = new Lookout(world.evidence);
  try {
    await prepare(world.evidence.target, seed);
    return await work(world, lookout);
  } finally {
    await lookout.close();
    await world.end();
  }
};

const unbalanced = async ({ evidence: { target } }: World): Promise<string[]> => {
  const api = new Api(target.services.contribution[0]!, await target.token('officer'));
  const proof = await api.send<{ balanced: boolean }>({ method: 'GET', path: '/v1/ledger/proof' });
  return proof.balanced ? [] : [`the ledger is not balanced: ${JSON.stringify(proof)}`];
};

/** A point that is in the plan as often must have been reached so often, whatever else came in the way. */
const REACHED_LEAST = 3;

const unreached = (points: Readonly<Record<string, number>>, plan: readonly Step[]): string[] => {
  const planned = countsOf(plan);
  return pointsOf(plan).flatMap((point) => {
    const times = points[point] ?? 0;
    return times < Math.min(REACHED_LEAST, planned[point]!) ? [`${point} was reached ${times} times`] : [];
  });
};

/** Of such an input nobody knows what became of it, and no sum is known to the rupiah. */
const open = (ledger: Ledger): string[] => {
  const { unsent, sent } = ledger.tally();
  return unsent + sent === 0 ? [] : [`${unsent} inputs were never sent, ${sent} had no last word`];
};

const failed = ({ failures }: Counts): string[] =>
  Object.entries(failures).map(([what, times]) => `${times} times there was a ${what}`);

const setsBack = (plan: readonly Step[], service: ServiceName): boolean =>
  plan.some(({ fault }) => fault.kind === 'positions-back' && fault.service === service);

const has = (plan: readonly Step[], kind: FaultKind): boolean =>
  plan.some(({ fault }) => fault.kind === kind);

const violated = (invariants: Invariants): string[] =>
  Object.entries(invariants).flatMap(([name, { violations }]) => violations.map((one) => `${name}: ${one}`));

type Disturbed = Omit<RunResult, 'comparison'> & { readonly figures: Figures };

const disturbed = (wish: RunWish): Promise<Disturbed> => {
  const { seed, perSecond, plan, patienceMs, say } = wish;
  const fills = plan.some(({ fault }) => fault.kind === 'disk-full');
  return withWorld(wish, fills, async (world, lookout) => {
    const load = startLoad(world.evidence.target, { seed, perSecond });
    const began = performance.now();
    await sleep(WARM_UP_MS);
    const { outcomes, calmedDownMs } = await disturb(
      plan,
      { world, load, lookout, perSecond, patienceMs, say },
      seed,
    );
    await sleep(Math.max(0, wish.lastsMs - (performance.now() - began)));
    say(`The faults are over, and the load ends: ${JSON.stringify(load.counts)}`);
    const ledger = await load.stop();
    const settledMs = await untilNothingIsLeft(lookout, SETTLED_WITHIN_MS);
    say(`Nothing is left to be done after ${settledMs} ms; everything is checked`);
    const onPurpose = { isSwapped: has(plan, 'swapped'), isReread: setsBack(plan, 'reporting') };
    const invariants = await checkInvariants(world.evidence, ledger, onPurpose);
    const points = world.board.hits(KILL_POINTS);
    const violations = [
      ...outcomes.flatMap((outcome) => outcome.violations),
      ...unkept(wish, { outcomes, calmedDownMs }),
      ...unreached(points, plan),
      ...open(ledger),
      ...failed(load.counts),
      ...violated(invariants),
      ...(await unbalanced(world)),
    ];
    say(violations.length === 0 ? 'All holds' : `Not all holds:\n${violations.join('\n')}`);
    const members = [...world.replicas.map(({ member }) => member), ...Object.values(world.servers.members)];
    return {
      outcomes,
      calmedDownMs,
      points,
      deaths: Object.fromEntries(members.map(({ name, deaths }) => [name, deaths])),
      counts: load.counts,
      inputs: ledger.count,
      settledMs,
      care: {
        discarded: outcomes.reduce((sum, { care }) => sum + care.discarded, 0),
        rounds: outcomes.reduce((sum, { care }) => sum + care.rounds, 0),
      },
      invariants,
      violations,
      figures: await figuresOf(world.evidence),
    };
  });
};

const undisturbed = (wish: RunWish, inputs: number): Promise<LeftAlone> =>
  withWorld(wish, false, async (world, lookout) => {
    wish.say(`The same ${inputs} inputs once more, undisturbed`);
    const load = startLoad(world.evidence.target, {
      seed: wish.seed,
      perSecond: wish.perSecond * FASTER,
      limit: inputs,
      underWayMax: UNDER_WAY_MAX,
    });
    while (load.counts.sent < inputs) await sleep(POLL_MS);
    const ledger = await load.stop();
    await untilNothingIsLeft(lookout, SETTLED_WITHIN_MS);
    const violations = violated(await checkInvariants(world.evidence, ledger));
    return { figures: await figuresOf(world.evidence), violations };
  });

/** Disturbs a world by the plan, checks it, and holds its figures against those of a world that was left alone. */
export const runFaults = async (wish: RunWish): Promise<RunResult> => {
  const { figures, ...result } = await disturbed(wish);
  if (!wish.compare) return { ...result, comparison: null };
  const comparison = await compared(
    figures,
    () => undisturbed(wish, result.inputs),
    has(wish.plan, 'swapped'),
  );
  return { ...result, comparison, violations: [...result.violations, ...comparison.violations] };
};
