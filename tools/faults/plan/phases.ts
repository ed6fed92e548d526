import type { ServiceName } from '#libs/contracts';
import type { Chance } from '../../sample/chance/chance.js';
import { KILL_POINTS, type KillPoint } from '../points/points.js';
import { DIRECTIONS } from '../world/proxy.js';
import { SERVERS } from '../world/servers.js';
import type { Fault } from './fault.js';

/** What the faults of one plan have in common. */
export interface Frame {
  /** How long the whole plan is meant to take. */
  readonly lastsMs: number;
  readonly chance: Chance;
}

/** Plans are written for so long; shorter ones have fewer and shorter faults. */
const FULL_MS = 30 * 60_000;
const OUTAGE_MS = 10 * 60_000;
const FREEZE_MS = 40_000;
/** A group notices after ten seconds that a member is gone. */
const FREEZE_LEAST_MS = 13_000;
const STALL_MS = 45_000;
const STALL_LEAST_MS = 8_000;

const ALL: readonly ServiceName[] = ['enrollment', 'contribution', 'claims', 'reporting'];
/** Those that run more than once: others take over. */
const REPLICATED: readonly ServiceName[] = ['contribution', 'reporting'];
const WRITERS: readonly ServiceName[] = ['enrollment', 'contribution'];

/** Who comes to a point often. */
const COME_TO: Readonly<Record<KillPoint, readonly ServiceName[]>> = {
  'between-commit-and-publish': WRITERS,
  'between-acknowledgement-and-cursor': WRITERS,
  'between-effect-and-answer': WRITERS,
  'in-the-roll-up': ['reporting'],
  'in-a-rebalance': REPLICATED,
};

const shareOf = ({ lastsMs }: Frame) => Math.min(1, lastsMs / FULL_MS);

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** So many in a full plan, in proportion in a shorter one, but at least one of each. */
const some = (frame: Frame, inFull: number, make: (index: number) => Fault, least = 1): Fault[] =>
  times(Math.max(least, Math.round(inFull * shareOf(frame))), make);

const lasting = (frame: Frame, fullMs: number, leastMs: number) =>
  Math.round(Math.max(leastMs, fullMs * Math.min(1, shareOf(frame) * 3)));

/** What belongs together and can be tried alone; each answers the faults of its kind, in no order yet. */
export const PHASES: Readonly<Record<string, (frame: Frame) => Fault[]>> = {
  kills: (frame) => [
    ...some(frame, 45, () => ({ kind: 'kill', service: frame.chance.pick(ALL), point: null }), 4),
    ...KILL_POINTS.flatMap((point) =>
      some(frame, 4, () => ({ kind: 'kill', service: frame.chance.pick(COME_TO[point]), point })),
    ),
  ],
  freezes: (frame) => {
    const forMs = lasting(frame, FREEZE_MS, FREEZE_LEAST_MS);
    return some(frame, 4, (index) => ({ kind: 'freeze', service: REPLICATED[index % 2]!, forMs }), 2);
  },
  broker: (frame) => [
    { kind: 'broker-away', by: 'SIGTERM', forMs: Math.round(OUTAGE_MS * shareOf(frame)) },
    { kind: 'broker-away', by: 'SIGKILL', forMs: 10_000 },
    ...some(frame, 2, () => ({ kind: 'broker-away', by: 'SIGKILL', forMs: 0 })),
  ],
  database: (frame) => [
    ...some(frame, 20, () => ({ kind: 'database-restart' }), 2),
    ...some(frame, 5, () => ({ kind: 'backends-ended' })),
  ],
  wires: (frame) => {
    const forMs = lasting(frame, STALL_MS, STALL_LEAST_MS);
    return SERVERS.flatMap((wire): Fault[] => [
      ...some(frame, 4, () => ({ kind: 'cut', wire })),
      { kind: 'refused', wire, forMs: 10_000 },
      { kind: 'slow', wire, upToMs: 20, forMs: 10_000 },
      ...DIRECTIONS.map((direction): Fault => ({ kind: 'stalled', wire, direction, forMs })),
    ]);
  },
  repeats: (frame) => {
    const upTo = () => frame.chance.between(100, 5_000);
    return [
      ...some(frame, 6, (index) => ({ kind: 'positions-back', service: ALL[index % 4]!, upTo: upTo() }), 4),
      ...some(frame, 4, (index) => ({ kind: 'cursor-back', service: WRITERS[index % 2]!, by: upTo() }), 2),
      ...some(frame, 4, (index) => ({ kind: 'sent-twice', service: WRITERS[index % 2]! }), 2),
    ];
  },
  swaps: (frame) => some(frame, 3, (index) => ({ kind: 'swapped', service: WRITERS[(index + 1) % 2]! })),
  disks: () => SERVERS.map((server) => ({ kind: 'disk-full', server, forMs: 20_000 })),
};
