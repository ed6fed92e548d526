import type { Turn } from '#libs/kernel';
import type { Database, Transaction } from '#libs/persistence';
import type { Comparison, TableComparison } from '../../../domain/rebuild/comparison.js';
import { compareTable } from './compare-cells.js';
import { compareHistories } from './compare-histories.js';
import { COMPARED_TABLES } from './figure-tables.js';

/** It reads only, and so holds back nobody. */
const SNAPSHOT = 'set transaction isolation level repeatable read, read only';
/** Tables of the whole country take their time. */
const UNHURRIED = 'set local statement_timeout = 0';
/** Between two pages of histories those who ask something go first. */
const PATIENT = "set local idle_in_transaction_session_timeout = '1min'";
/** All processors at once would be quicker, and everybody who asks something meanwhile would notice. */
const ALONE = 'set local max_parallel_workers_per_gather = 0';
const TAKE = "select to_json(now()) #>> '{}' as now";

/** What was found out, and in which regions figures differ. */
export interface Compared {
  readonly comparison: Comparison;
  readonly regions: readonly string[];
}

const compareIn = async (tx: Transaction, comparedAt: string, turn?: Turn): Promise<Compared> => {
  const tables: TableComparison[] = [];
  const regions = new Set<string>();
  for (const table of COMPARED_TABLES) {
    const { regions: differing, ...comparison } = await compareTable(tx, table);
    tables.push(comparison);
    for (const region of differing) regions.add(region);
  }
  tables.push(await compareHistories(tx, turn));
  return { comparison: { comparedAt, tables }, regions: [...regions] };
};

/**
 * Begins to compare live tables with those beside. Once the snapshot is `taken` both may go on: what is compared is as of
 * that moment.
 */
export const beginComparison = (
  database: Database,
  turn?: Turn,
): { readonly taken: Promise<void>; readonly compared: Promise<Compared> } => {
  const taken = Promise.withResolvers<void>();
  const compared = database.transaction(async (tx) => {
    await tx.query(SNAPSHOT);
    await tx.query(UNHURRIED);
    await tx.query(PATIENT);
    await tx.query(ALONE);
    const [row] = await tx.query<{ now: string }>(TAKE);
    taken.resolve();
    return compareIn(tx, row!.now, turn);
  });
  compared.catch(taken.reject);
  return { taken: taken.promise, compared };
};
