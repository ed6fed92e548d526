import type { ServiceName } from '#libs/contracts';
import { CannotStart } from '../cannot-start.js';
import { SERVICES } from '../infrastructure/infrastructure.js';
import { isFree } from '../processes/free-ports.js';

/** The port of a service: each has its own distance from the first. */
export const portOf = (service: ServiceName, first: number): number => first + SERVICES.indexOf(service);

export const urlOf = (port: number): string => `http://127.0.0.1:${port}`;

/** Fails with a sentence when somebody else listens where a service is to listen. */
export const checkPorts = async (services: readonly ServiceName[], first: number): Promise<void> => {
  for (const service of services) {
    const port = portOf(service, first);
    if (await isFree(port)) continue;
    throw new CannotStart(
      `Port ${port}, meant for ${service}, is in use by another program. End that, or choose other ports: npm start -- --port ${first + 1_000}`,
    );
  }
};
