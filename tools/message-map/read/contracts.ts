import * as contracts from '#libs/contracts';
import type { EventContract } from '#libs/contracts';

/** The event contracts by the names under which they are exported. */
export const contractsByName: ReadonlyMap<string, EventContract> = new Map(
  Object.entries<unknown>(contracts).flatMap(([name, value]) =>
    contracts.allEvents.filter((contract) => contract === value).map((contract) => [name, contract] as const),
  ),
);
