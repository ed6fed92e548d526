import type { ServiceName } from '#libs/contracts';
import { SERVICES } from '../../stack/infrastructure/infrastructure.js';
import { allTaken } from '../rig/positions.js';
import type { Rig, Running } from '../rig/rig.js';

const WITHIN_MS = 900_000;

/** The four services, each on a database of its own name. */
export type AllServices = Readonly<Record<ServiceName, Running>>;

/** Something for each of the four. */
export const ofEach = async <T>(
  of: (service: ServiceName) => Promise<T>,
): Promise<Record<ServiceName, T>> => {
  const found: [ServiceName, T][] = [];
  for (const service of SERVICES) found.push([service, await of(service)]);
  return Object.fromEntries(found) as Record<ServiceName, T>;
};

/** Waits until each of these services, on the database of its name, has taken all that lies on its topics. */
export const untilTaken = async (
  rig: Rig,
  read: Readonly<Partial<Record<ServiceName, readonly string[]>>>,
): Promise<void> => {
  for (const [database, topics] of Object.entries(read))
    await allTaken(rig, { database, topics, withinMs: WITHIN_MS });
};
