import type { Databases } from '../../bench/rig/databases.js';

/** Rows of a table in a fixed order, without what differs between any two runs: ids, lanes, instants of recording. */
const TABLES = {
  entries: `select gateway, payment_id, kind, accounts, amounts from ledger_entry`,
  balances: `select account, sum(debits) as debits, sum(credits) as credits from ledger_turnover group by account`,
  memberships: `
    select membership_id, paid_months, event_paid, late_fees_owed, lapsed_on, sequence from account`,
  payments: `
    select gateway, payment_id, content_hash, refused_hashes, amount, accepted, unmatched, refused, refunded, reversed, sequence
      from payment`,
  lines: `
    select gateway, payment_id, line, amount, status, reason, months, membership_id, late_fee_charged, late_fee_paid,
           json_array_length(contributions) as contributions
      from payment_line`,
  held: 'select gateway, payment_id, reason from held_reversal',
} as const;

const digestOf = (rows: string): string => `
  select count(*)::integer as rows, coalesce(md5(string_agg(md5(row), '' order by row)), '') as digest
    from (select t::text as row from (${rows}) as t) as texts`;

/** What a table holds: how many rows, and a hash over all of them. */
export interface TableDigest {
  readonly rows: number;
  readonly digest: string;
}

export type Books = Readonly<Record<keyof typeof TABLES, TableDigest>>;

/** What memberships, payments and the ledger of a database come to. */
export const booksOf = async (databases: Databases, name: string): Promise<Books> => {
  const found: Partial<Record<keyof Books, TableDigest>> = {};
  for (const [table, rows] of Object.entries(TABLES) as [keyof Books, string][]) {
    const one = await databases.one<{ rows: number; digest: string }>(name, digestOf(rows));
    found[table] = one;
  }
  return found as Books;
};

/** The tables in which two runs differ. */
export const differing = (a: Books, b: Books): (keyof Books)[] =>
  (Object.keys(TABLES) as (keyof Books)[]).filter((table) => a[table].digest !== b[table].digest);
