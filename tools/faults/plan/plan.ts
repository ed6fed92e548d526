import { Chance } from '../../sample/chance/chance.js';
import { CannotStart } from '../../stack/cannot-start.js';
import { KILL_POINTS } from '../points/points.js';
import type { Fault } from './fault.js';
import { PHASES } from './phases.js';

/** A fault and when it is due, from the start of the load. Who is late goes right on. */
export interface Step {
  readonly atMs: number;
  readonly fault: Fault;
  /** Under all the load there is, behind which the system may fall back; else under so little that recovery can be seen. */
  readonly isUnderFullLoad: boolean;
}

/** The part of a plan in which processes are killed, under full load. */
const KILLING_SHARE = 0.25;

export interface PlanWish {
  readonly seed: number;
  readonly minutes: number;
  /** Phases by name; without it all. */
  readonly only?: readonly string[] | undefined;
}

const shuffled = <T>(list: readonly T[], chance: Chance): T[] =>
  list
    .map((item) => ({ item, rank: chance.share() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);

const spread = (faults: readonly Fault[], fromMs: number, toMs: number, isUnderFullLoad: boolean): Step[] =>
  faults.map((fault, index) => ({
    atMs: Math.round(fromMs + ((index + 1) * (toMs - fromMs)) / (faults.length + 1)),
    fault,
    isUnderFullLoad,
  }));

/** All faults of a run in their order: the same for the same wish. */
export const planOf = ({ seed, minutes, only }: PlanWish): readonly Step[] => {
  const lastsMs = minutes * 60_000;
  const names = Object.keys(PHASES);
  const unknown = only?.find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new CannotStart(`There is no phase "${unknown}"; there are ${names.join(', ')}.`);
  const frame = { lastsMs, chance: new Chance(seed, 'faults') };
  const faults = names.flatMap((name) => {
    const made = PHASES[name]!(frame);
    return (only?.includes(name) ?? true) ? made : [];
  });
  const inOrder = shuffled(faults, new Chance(seed, 'order of faults'));
  const kills = inOrder.filter(({ kind }) => kind === 'kill');
  const others = inOrder.filter(({ kind }) => kind !== 'kill');
  const killedUntilMs = kills.length === 0 ? 0 : lastsMs * KILLING_SHARE;
  return [...spread(kills, 0, killedUntilMs, true), ...spread(others, killedUntilMs, lastsMs, false)];
};

/** What a test run has time for: each named point, and one fault of each important kind. */
export const shortPlan = (seed: number): readonly Step[] => {
  const faults: readonly Fault[] = [
    { kind: 'kill', service: 'enrollment', point: 'between-commit-and-publish' },
    { kind: 'kill', service: 'contribution', point: 'between-acknowledgement-and-cursor' },
    { kind: 'kill', service: 'contribution', point: 'between-effect-and-answer' },
    { kind: 'kill', service: 'reporting', point: 'in-the-roll-up' },
    { kind: 'kill', service: 'contribution', point: 'in-a-rebalance' },
    { kind: 'broker-away', by: 'SIGTERM', forMs: 4_000 },
    { kind: 'database-restart' },
    { kind: 'freeze', service: 'reporting', forMs: 11_000 },
    { kind: 'cut', wire: 'kafka' },
    { kind: 'positions-back', service: 'contribution', upTo: 500 },
  ];
  return shuffled(faults, new Chance(seed, 'short')).map((fault) => ({
    atMs: 0,
    fault,
    isUnderFullLoad: false,
  }));
};

/** How many faults of each kind a plan has; kills also by their point. */
export const countsOf = (plan: readonly Step[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  const count = (what: string) => (counts[what] = (counts[what] ?? 0) + 1);
  for (const { fault } of plan) {
    count(fault.kind);
    if (fault.kind === 'kill' && fault.point !== null) count(fault.point);
  }
  return counts;
};

/** Points that this plan must see reached. */
export const pointsOf = (plan: readonly Step[]): readonly (typeof KILL_POINTS)[number][] =>
  KILL_POINTS.filter((point) => countsOf(plan)[point] !== undefined);
