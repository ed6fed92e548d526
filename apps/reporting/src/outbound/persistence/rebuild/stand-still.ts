import { setTimeout as sleep } from 'node:timers/promises';
import { DependencyUnavailable, type Database, type Transaction } from '#libs/persistence';
import { lockPersons } from '../lock-persons.js';
import type { RollUp } from '../roll-up.js';
import { WAITING_TABLES } from './figure-tables.js';

/** All that is told about persons lies in so many partitions. */
const PARTITIONS = Array.from({ length: 12 }, (_, partition) => partition);

/** Longer than what is done meanwhile takes; a batch that waits for it waits no longer than its own patience. */
const IDLE = "set local idle_in_transaction_session_timeout = '15s'";
const PATIENCE_MS = 10_000;
const PAUSE_MS = 20;

const WAITING = `
  select ${WAITING_TABLES.map((table) => `(select count(*) from public.${table})`).join(' + ')} as batches`;

/** Until no more wait to be added up than so many portions; another replica may be at it. */
const addUpLive = async (database: Database, rollUp: RollUp, portions: 0 | 1): Promise<void> => {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    const [row] = await database.query<{ batches: string }>(WAITING);
    if (Number(row!.batches) <= portions * rollUp.portion) return;
    if (performance.now() > until) throw new DependencyUnavailable('the live figures are too far behind');
    await rollUp.once();
    await sleep(PAUSE_MS);
  }
};

/**
 * Does something while nothing is told about any person: what is written is added up, and the live figures are as far as
 * their positions. Whoever reads figures notices nothing; messages wait in the log.
 */
export const whileStandingStill = async <T>(
  database: Database,
  rollUp: RollUp,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> => {
  await addUpLive(database, rollUp, 1); // most of it before anybody has to wait: while messages come it is never quite all
  return database.transaction(async (tx) => {
    await tx.query(IDLE);
    await lockPersons(tx, PARTITIONS);
    await addUpLive(database, rollUp, 0);
    return work(tx);
  });
};
