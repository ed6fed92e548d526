import { TryAgain } from '#libs/persistence';
import type { PostedEntry } from '../../domain/book/book.js';
import { additions, chained, type ChainedEntry, type Lane } from './ledger-chain.js';
import type { Queries } from './queries.js';
import { arrayOf, insert } from './upsert.js';

/** The first lane that nobody is posting to: writers at the same time have one each and do not queue. */
const FREE_LANE = 'select lane, number, head from ledger_lane order by lane limit 1 for update skip locked';

/** In a statement of its own behind the lane's lock: one that began before it might see older heads. */
const HEADS = 'select account, head from ledger_turnover where lane = $1 and account = any($2::text[])';

const POST = `
  with moved as (update ledger_lane set number = $2, head = $3 where lane = $1)
  insert into ledger_turnover (account, lane, debits, credits, postings, head)
  select account, $1, debits, credits, postings, head
    from unnest($4::text[], $5::numeric[], $6::numeric[], $7::bigint[], $8::bytea[])
      as t (account, debits, credits, postings, head)
  on conflict (account, lane) do update
     set debits = ledger_turnover.debits + excluded.debits, credits = ledger_turnover.credits + excluded.credits,
         postings = ledger_turnover.postings + excluded.postings, head = excluded.head`;

const saveEntries = insert<ChainedEntry>('ledger_entry', {
  lane: ['smallint', ({ lane }) => lane],
  number: ['bigint', ({ number }) => number],
  hash: ['bytea', ({ hash }) => hash],
  kind: ['text', ({ kind }) => kind],
  gateway: ['text', ({ payment }) => payment.gateway],
  payment_id: ['text', ({ payment }) => payment.paymentId],
  recorded_at: ['timestamptz', ({ recordedAt }) => recordedAt],
  accounts: ['text[]', ({ postings }) => arrayOf(postings.map(({ account }) => account))],
  amounts: ['bigint[]', ({ postings }) => `{${postings.map(({ rupiah }) => rupiah).join()}}`],
});

interface LaneRow {
  readonly lane: number;
  readonly number: string;
  readonly head: Buffer;
}

const takeLane = async (db: Queries): Promise<Lane> => {
  const [row] = await db.query<LaneRow>(FREE_LANE);
  if (!row) throw new TryAgain('all lanes of the ledger are being posted to');
  return { ...row, number: Number(row.number) };
};

const headsOf = async (db: Queries, { lane }: Lane, entries: readonly PostedEntry[]) => {
  const accounts = new Set(entries.flatMap(({ postings }) => postings.map(({ account }) => account)));
  const rows = await db.query<{ account: string; head: Buffer }>(HEADS, [lane, [...accounts]]);
  return new Map(rows.map(({ account, head }) => [account, head]));
};

/** Appends entries to a lane of the ledger, each with its link of the chain, and adds them to the accounts. */
export const appendEntries = async (db: Queries, entries: readonly PostedEntry[]): Promise<void> => {
  if (entries.length === 0) return;
  const lane = await takeLane(db);
  const links = chained(lane, entries);
  const last = links.at(-1)!;
  await saveEntries(db, links);
  const sums = [...additions(links, await headsOf(db, lane, entries))];
  await db.query(POST, [
    lane.lane,
    last.number,
    last.hash,
    sums.map(([account]) => account),
    sums.map(([, { debits }]) => String(debits)),
    sums.map(([, { credits }]) => String(credits)),
    sums.map(([, { postings }]) => postings),
    sums.map(([, { head }]) => head),
  ]);
};
