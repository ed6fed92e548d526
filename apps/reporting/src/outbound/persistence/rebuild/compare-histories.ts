import { isDeepStrictEqual } from 'node:util';
import { inTurns, type Turn } from '#libs/kernel';
import type { Transaction } from '#libs/persistence';
import type { PersonHistory } from '../../../domain/coverage/history.js';
import type { DifferingRow, TableComparison } from '../../../domain/rebuild/comparison.js';
import { decodeHistory } from '../decode-history.js';
import { SHOWN_MAX } from './compare-cells.js';

const PAGE = 2_000;

const COUNTS = `
  select (select count(*) from public.person_state)::float8 as "oldRows",
         (select count(*) from beside.person_state)::float8 as "newRows"`;

/** Bytes that differ may say the same: streams stand in them in the order in which they were first heard. */
const UNLIKE = `
  declare unlike no scroll cursor for
  select person_id as "personId", a.history as old, b.history as new
  from public.person_state as a full join beside.person_state as b using (person_id)
  where a.history is distinct from b.history
  order by person_id`;
const NEXT = `fetch ${PAGE} from unlike`;

interface Row {
  readonly personId: string;
  readonly old: Buffer | null;
  readonly new: Buffer | null;
}

const NOBODY: PersonHistory = { facts: [], sequences: new Map() };
const historyOf = (bytes: Buffer | null) => (bytes === null ? NOBODY : decodeHistory(bytes));

/** A person whose histories differ, with how many facts each of them knows; null where they say the same. */
const differenceOf = ({ personId, ...row }: Row): DifferingRow | null => {
  const [old, now] = [historyOf(row.old), historyOf(row.new)];
  if (row.old !== null && row.new !== null && isDeepStrictEqual(old, now)) return null;
  return { key: { personId }, old: old.facts.length, new: now.facts.length };
};

/** Histories of persons on both sides: what they say, not how. `turn` comes between two pieces of the work. */
export const compareHistories = async (
  tx: Pick<Transaction, 'query'>,
  turn?: Turn,
): Promise<TableComparison> => {
  const [counts] = await tx.query<{ oldRows: number; newRows: number }>(COUNTS);
  const first: DifferingRow[] = [];
  let differing = 0;
  const compare = (row: Row) => {
    const difference = differenceOf(row);
    if (difference === null) return;
    differing += 1;
    if (first.length < SHOWN_MAX) first.push(difference);
  };
  await tx.query(UNLIKE);
  for (;;) {
    const rows = await tx.query<Row>(NEXT);
    await inTurns(rows, compare, turn);
    if (rows.length < PAGE) return { table: 'person_state', ...counts!, differing, first };
  }
};
