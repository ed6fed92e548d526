import { hash } from 'node:crypto';
import type { PostedEntry } from '../../domain/book/book.js';

/** A part of the ledger that one transaction at a time adds to: the number and hash of its last entry. */
export interface Lane {
  readonly lane: number;
  readonly number: number;
  readonly head: Uint8Array;
}

/** An entry in its place: its hash is taken over its content and the hash of the one before it in the lane. */
export type ChainedEntry = PostedEntry & {
  readonly lane: number;
  readonly number: number;
  readonly hash: Uint8Array;
};

/** What a transaction adds to an account in its lane; the head is that of the chain of the account's postings there. */
export interface Addition {
  readonly debits: bigint;
  readonly credits: bigint;
  readonly postings: number;
  readonly head: Uint8Array;
}

const MICROS_PER_MS = 1_000;
const AMOUNT_BYTES = 8;

/** The same bytes as the function `ledger_content` of the database, which the proof goes by. */
const contentOf = (lane: number, number: number, entry: PostedEntry): string => {
  const { kind, payment, recordedAt, postings } = entry;
  const micros = Date.parse(recordedAt) * MICROS_PER_MS;
  const accounts = JSON.stringify(postings.map(({ account }) => account));
  const amounts = JSON.stringify(postings.map(({ rupiah }) => rupiah));
  const whose = `${JSON.stringify(payment.gateway)} ${JSON.stringify(payment.paymentId)}`;
  return `${lane} ${number} ${kind} ${whose} ${micros} ${accounts} ${amounts}`;
};

const hashed = (...parts: readonly Uint8Array[]): Buffer => hash('sha256', Buffer.concat(parts), 'buffer');

/** The entries as the next ones of the lane, in order. */
export const chained = ({ lane, number, head }: Lane, entries: readonly PostedEntry[]): ChainedEntry[] => {
  let before = head;
  return entries.map((entry, index) => {
    const place = number + index + 1;
    before = hashed(before, Buffer.from(contentOf(lane, place, entry)));
    return { ...entry, lane, number: place, hash: before };
  });
};

const int64 = (rupiah: number): Buffer => {
  const bytes = Buffer.alloc(AMOUNT_BYTES);
  bytes.writeBigInt64BE(BigInt(rupiah));
  return bytes;
};

const NOTHING: Addition = { debits: 0n, credits: 0n, postings: 0, head: new Uint8Array() };

/** What the entries add to each account; sums are exact whatever the number of entries. */
export const additions = (
  entries: readonly ChainedEntry[],
  heads: ReadonlyMap<string, Uint8Array>,
): Map<string, Addition> => {
  const sums = new Map<string, Addition>();
  for (const entry of entries) {
    for (const { account, rupiah } of entry.postings) {
      const { debits, credits, postings, head } = sums.get(account) ?? {
        ...NOTHING,
        head: heads.get(account) ?? NOTHING.head,
      };
      sums.set(account, {
        debits: rupiah > 0 ? debits + BigInt(rupiah) : debits,
        credits: rupiah > 0 ? credits : credits - BigInt(rupiah),
        postings: postings + 1,
        head: hashed(head, entry.hash, int64(rupiah)),
      });
    }
  }
  return sums;
};
