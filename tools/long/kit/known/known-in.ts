import type { ServiceName } from '#libs/contracts';
import { parkedIn } from '../plant-poison.js';
import type { System } from '../system.js';
import { ofClaims } from './claims.js';
import { ofContribution } from './contribution.js';
import { ofEnrollment } from './enrollment.js';
import type { KnownOperations } from './known.js';
import { ofParked } from './parked.js';
import { ofReporting } from './reporting.js';

const OF: Readonly<Record<ServiceName, (system: System) => Promise<KnownOperations>>> = {
  enrollment: ofEnrollment,
  contribution: ofContribution,
  claims: ofClaims,
  reporting: ofReporting,
};

/** What is known of a service's operations in a system with the sample, once poison was planted. */
export const knownIn = async (system: System, service: ServiceName): Promise<KnownOperations> => ({
  ...(await OF[service](system)),
  ...ofParked(await parkedIn(system, service)),
});
