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
  debits: bigint;
  credits: bigint;
  postings: number;
  head: Uint8Array;
}

const MICROS_PER_MS = 1_000;
const HASH_BYTES = 32;
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

/** The entries as the next ones of the lane, in order. */
export const chained = ({ lane, number, head }: Lane, entries: readonly PostedEntry[]): ChainedEntry[] => {
  let before = head;
  return entries.map((entry, index) => {
    const place = number + index + 1;
    before = hash('sha256', Buffer.concat([before, Buffer.from(contentOf(lane, place, entry))]), 'buffer');
    return { ...entry, lane, number: place, hash: before };
  });
};

/** One buffer for all links: a transaction may have ten thousand. */
const link = Buffer.alloc(HASH_BYTES + HASH_BYTES + AMOUNT_BYTES);

const linked = (head: Uint8Array, entryHash: Uint8Array, rupiah: number): Buffer => {
  link.set(head);
  link.set(entryHash, head.length);
  link.writeBigInt64BE(BigInt(rupiah), head.length + HASH_BYTES);
  return hash('sha256', link.subarray(0, head.length + HASH_BYTES + AMOUNT_BYTES), 'buffer');
};

const NO_HEAD = new Uint8Array();

/** What the entries add to each account; sums are exact whatever the number of entries. */
export const additions = (
  entries: readonly ChainedEntry[],
  heads: ReadonlyMap<string, Uint8Array>,
): Map<string, Addition> => {
  const sums = new Map<string, Addition>();
  for (const entry of entries) {
    for (const { account, rupiah } of entry.postings) {
      const sum = sums.get(account) ?? {
        debits: 0n,
        credits: 0n,
        postings: 0,
        head: heads.get(account) ?? NO_HEAD,
      };
      if (rupiah > 0) sum.debits += BigInt(rupiah);
      else sum.credits -= BigInt(rupiah);
      sum.postings += 1;
      sum.head = linked(sum.head, entry.hash, rupiah);
      sums.set(account, sum);
    }
  }
  return sums;
};
