import { jakartaDay, type PayerKind, type PaymentMethod } from '#libs/kernel';
import { keyText, type Line, type PaymentKey } from '../../domain/payment/line.js';
import type { Payment } from '../../domain/payment/payment.js';
import type { Queries } from './queries.js';
import { upsert } from './upsert.js';

const PAYMENTS = `
  select gateway, payment_id, content_hash, refused_hashes, method, amount, settled_at, payer_kind, payer_code,
         accepted, unmatched, refused, refunded, reversed, sequence, recorded_at
    from payment join unnest($1::text[], $2::text[]) as k (gateway, payment_id) using (gateway, payment_id)`;

interface PaymentRow {
  readonly gateway: string;
  readonly payment_id: string;
  readonly content_hash: string;
  readonly refused_hashes: readonly string[];
  readonly method: PaymentMethod;
  readonly amount: string;
  readonly settled_at: string;
  readonly payer_kind: PayerKind;
  readonly payer_code: string | null;
  readonly accepted: number;
  readonly unmatched: number;
  readonly refused: number;
  readonly refunded: number;
  readonly reversed: number;
  readonly sequence: number;
  readonly recorded_at: Date;
}

/** Keys as the two arrays that statements join with. */
export const keyColumns = (keys: readonly PaymentKey[]): [string[], string[]] => [
  keys.map(({ gateway }) => gateway),
  keys.map(({ paymentId }) => paymentId),
];

const paymentOf = (row: PaymentRow, lines: readonly Line[]): Payment => ({
  gateway: row.gateway,
  paymentId: row.payment_id,
  contentHash: row.content_hash,
  refusedHashes: row.refused_hashes,
  method: row.method,
  amountRupiah: Number(row.amount),
  settledAt: row.settled_at,
  payer: { kind: row.payer_kind, code: row.payer_code },
  counts: {
    accepted: row.accepted,
    unmatched: row.unmatched,
    refused: row.refused,
    refunded: row.refunded,
    reversed: row.reversed,
  },
  lines: new Map(lines.map((line) => [line.index, line])),
  sequence: row.sequence,
  recordedAt: row.recorded_at.toISOString(),
});

/** Those of the payments that are there, each with the lines that were loaded for it. */
export const loadPayments = async (
  db: Queries,
  keys: readonly PaymentKey[],
  lines: ReadonlyMap<string, readonly Line[]>,
): Promise<Payment[]> => {
  if (keys.length === 0) return [];
  const rows = await db.query<PaymentRow>(PAYMENTS, keyColumns(keys));
  return rows.map((row) =>
    paymentOf(row, lines.get(keyText({ gateway: row.gateway, paymentId: row.payment_id })) ?? []),
  );
};

/** Keeps the payments as they are now. */
export const savePayments = upsert<Payment>('payment', ['gateway', 'payment_id'], {
  gateway: ['text', ({ gateway }) => gateway],
  payment_id: ['text', ({ paymentId }) => paymentId],
  content_hash: ['text', ({ contentHash }) => contentHash],
  refused_hashes: ['text[]', ({ refusedHashes }) => `{${refusedHashes.join()}}`],
  method: ['text', ({ method }) => method],
  amount: ['bigint', ({ amountRupiah }) => amountRupiah],
  settled_at: ['text', ({ settledAt }) => settledAt],
  settled_on: ['date', ({ settledAt }) => jakartaDay(settledAt)],
  payer_kind: ['text', ({ payer }) => payer.kind],
  payer_code: ['text', ({ payer }) => payer.code],
  accepted: ['integer', ({ counts }) => counts.accepted],
  unmatched: ['integer', ({ counts }) => counts.unmatched],
  refused: ['integer', ({ counts }) => counts.refused],
  refunded: ['integer', ({ counts }) => counts.refunded],
  reversed: ['integer', ({ counts }) => counts.reversed],
  sequence: ['integer', ({ sequence }) => sequence],
  recorded_at: ['timestamptz', ({ recordedAt }) => recordedAt],
});
