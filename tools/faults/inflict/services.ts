import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '#libs/testing';
import type { Fault } from '../plan/fault.js';
import type { Point } from '../points/points.js';
import type { World } from '../world/world.js';
import type { Way } from './way.js';

const REACHED_WITHIN_MS = 60_000;

type FaultOf<Kind extends Fault['kind']> = Extract<Fault, { kind: Kind }>;

/** Arms the point for all processes of the service until one has come to it; answers whether one did. */
export const untilReached = async (
  world: World,
  { service, point }: { service: FaultOf<'kill'>['service']; point: Point },
  provoke: () => Promise<void> = async () => undefined,
): Promise<boolean> => {
  const names = world.of(service).map(({ name }) => name);
  const hits = () => names.reduce((sum, name) => sum + world.board.hitsOf(name, point), 0);
  const before = hits();
  for (const name of names) world.board.arm(name, point);
  try {
    await provoke();
    await eventually(() => hits() > before, REACHED_WITHIN_MS);
    return true;
  } catch {
    return false;
  } finally {
    for (const name of names) world.board.disarm(name, point);
  }
};

export const kill = async (
  { service, point }: FaultOf<'kill'>,
  world: World,
  { chance }: Way,
): Promise<string | null> => {
  const { member } = chance.pick(world.of(service));
  if (point === null) {
    await member.kill();
    return null;
  }
  // A group is divided anew when one of its members comes back.
  const provoke = point === 'in-a-rebalance' ? () => member.kill() : undefined;
  return (await untilReached(world, { service, point }, provoke)) ? null : `${point} was not reached`;
};

export const freeze = async (
  { service, forMs }: FaultOf<'freeze'>,
  world: World,
  { chance }: Way,
): Promise<null> => {
  const { member } = chance.pick(world.of(service));
  member.freeze();
  await sleep(forMs);
  member.thaw();
  return null;
};

export const makeMistake = async (
  { kind, service }: FaultOf<'sent-twice' | 'swapped'>,
  world: World,
): Promise<string | null> => {
  const point = kind === 'swapped' ? 'swap-two-of-one-key' : 'send-twice';
  return (await untilReached(world, { service, point })) ? null : `${service} had nothing to be ${kind}`;
};
