import type { Ledger } from '../load/ledger.js';
import type { ServiceName, Target } from '../load/target.js';
import type { Finding } from './findings.js';
import { gather, type Gathered, type Left, type OnPurpose } from './gather/gather.js';
import { kafkaLog } from './gather/log.js';
import { appliedOnce } from './invariants/applied-once.js';
import { eventsAndLog } from './invariants/events-and-log.js';
import { figuresAndLog } from './invariants/figures-and-log.js';
import { money } from './invariants/money.js';
import { offsets } from './invariants/offsets.js';
import { outcomes } from './invariants/outcomes.js';
import { parked } from './invariants/parked.js';
import { sequences } from './invariants/sequences.js';
import { settled } from './invariants/settled.js';

export { figuresOf, type Figures } from './figures.js';
export type { Finding } from './findings.js';

/** Where the truth lies: topics, databases, and the services themselves. */
export interface Evidence {
  readonly kafka: readonly string[];
  readonly databases: Readonly<Record<ServiceName, string>>;
  readonly target: Target;
}

type Check = (gathered: Gathered, ledger: Ledger) => Promise<Finding>;

/** What must hold whatever has happened, in the order in which it is checked. */
const CHECKS = {
  I1: outcomes,
  I2: eventsAndLog,
  I3: money,
  I4: figuresAndLog,
  I5: sequences,
  I6: appliedOnce,
  I7: offsets,
  I8: parked,
  I9: settled,
} satisfies Record<string, Check>;

export type Invariant = keyof typeof CHECKS;

/** What the invariants came to. */
export type Verdicts = Readonly<Record<Invariant, Finding>>;

/** Checks all invariants on the databases and on a log from wherever it is read. */
export const checkLog = async (left: Left, ledger: Ledger): Promise<Verdicts> => {
  const gathered = await gather(left, ledger);
  try {
    const verdicts: [string, Finding][] = [];
    for (const [invariant, check] of Object.entries<Check>(CHECKS))
      verdicts.push([invariant, await check(gathered, ledger)]);
    return Object.fromEntries(verdicts) as Verdicts;
  } finally {
    await gathered.close();
  }
};

/**
 * Reads topics and databases anew, with nothing of the services, and says of each invariant what violates it. The
 * system must be at rest: no inputs, no lag.
 */
export const checkInvariants = (
  evidence: Evidence,
  ledger: Ledger,
  onPurpose?: OnPurpose,
): Promise<Verdicts> =>
  checkLog({ ...evidence, log: kafkaLog(evidence.kafka), ...(onPurpose && { onPurpose }) }, ledger);
