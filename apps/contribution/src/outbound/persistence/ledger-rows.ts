import type { PostedEntry } from '../../domain/book/book.js';
import type { Queries } from './queries.js';
import { insert } from './upsert.js';

/** Adds to the sums of each account, in a stripe of this connection's own, in the order of the accounts. */
const TURNOVER = `
  insert into ledger_turnover (account, stripe, debits, credits)
  select account, pg_backend_pid() % 64, debits, credits
    from unnest($1::text[], $2::numeric[], $3::numeric[]) as t (account, debits, credits) order by account
  on conflict (account, stripe) do update
     set debits = ledger_turnover.debits + excluded.debits, credits = ledger_turnover.credits + excluded.credits`;

const saveEntries = insert<PostedEntry>('ledger_entry', {
  kind: ['text', ({ kind }) => kind],
  gateway: ['text', ({ payment }) => payment.gateway],
  payment_id: ['text', ({ payment }) => payment.paymentId],
  recorded_at: ['timestamptz', ({ recordedAt }) => recordedAt],
  accounts: ['text[]', ({ postings }) => `{${postings.map(({ account }) => account).join()}}`],
  amounts: ['bigint[]', ({ postings }) => `{${postings.map(({ rupiah }) => rupiah).join()}}`],
});

interface Sums {
  debits: bigint;
  credits: bigint;
}

/** Exact whatever the number of entries: a batch may hold more than a number carries. */
const sumsByAccount = (entries: readonly PostedEntry[]): Map<string, Sums> => {
  const sums = new Map<string, Sums>();
  for (const { account, rupiah } of entries.flatMap(({ postings }) => postings)) {
    const sum = sums.get(account) ?? { debits: 0n, credits: 0n };
    if (rupiah > 0) sum.debits += BigInt(rupiah);
    else sum.credits -= BigInt(rupiah);
    sums.set(account, sum);
  }
  return sums;
};

/** Appends entries to the ledger and adds them to the accounts. */
export const appendEntries = async (db: Queries, entries: readonly PostedEntry[]): Promise<void> => {
  if (entries.length === 0) return;
  await saveEntries(db, entries);
  const sums = [...sumsByAccount(entries)];
  await db.query(TURNOVER, [
    sums.map(([account]) => account),
    sums.map(([, { debits }]) => String(debits)),
    sums.map(([, { credits }]) => String(credits)),
  ]);
};
