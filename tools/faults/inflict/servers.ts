import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from '../plan/fault.js';
import type { World } from '../world/world.js';
import type { Way } from './way.js';

type FaultOf<Kind extends Fault['kind']> = Extract<Fault, { kind: Kind }>;

export const brokerAway = async (
  { by, forMs }: FaultOf<'broker-away'>,
  { servers }: World,
  { isHeld }: Way,
): Promise<null> => {
  await servers.members.kafka.leave(by);
  await sleep(forMs);
  isHeld();
  await servers.members.kafka.start();
  return null;
};

/** PostgreSQL's "immediate" stop is SIGQUIT. */
export const restartDatabase = async ({ servers }: World): Promise<null> => {
  await servers.members.postgres.leave('SIGQUIT');
  await servers.members.postgres.start();
  return null;
};

/** The server may die on the full disk, and die again at each new start, until there is room. */
export const fillDisk = async (
  { server, forMs }: FaultOf<'disk-full'>,
  { servers }: World,
  { isHeld }: Way,
): Promise<null> => {
  const disk = servers.disks![server];
  await disk.fill();
  try {
    await sleep(forMs);
    isHeld();
  } finally {
    await disk.free();
  }
  await servers.members[server].ready();
  return null;
};

export const hurtWire = async (
  fault: FaultOf<'cut' | 'refused' | 'stalled' | 'slow'>,
  { servers }: World,
): Promise<string | null> => {
  const wire = servers.wires[fault.wire];
  if (fault.kind === 'cut') return `${wire.cut()} connections`;
  if (fault.kind === 'refused') wire.refuse();
  else if (fault.kind === 'stalled') wire.stall(fault.direction);
  else wire.delay(fault.upToMs);
  await sleep(fault.forMs);
  wire.allow();
  wire.flow();
  return null;
};
