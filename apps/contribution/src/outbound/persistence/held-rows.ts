import type { PaymentKey } from '../../domain/payment/line.js';
import type { HeldReversal } from '../../domain/payment/reversal.js';
import { keyColumns } from './payment-rows.js';
import type { Queries } from './queries.js';
import { insert } from './upsert.js';

const HELD = `
  select gateway, payment_id, lines, reversed_at, reason, recorded_at
    from held_reversal join unnest($1::text[], $2::text[]) as k (gateway, payment_id) using (gateway, payment_id)
   order by id`;
const RELEASE = `
  delete from held_reversal using unnest($1::text[], $2::text[]) as k (gateway, payment_id)
   where held_reversal.gateway = k.gateway and held_reversal.payment_id = k.payment_id`;

interface HeldRow {
  readonly gateway: string;
  readonly payment_id: string;
  readonly lines: readonly number[] | null;
  readonly reversed_at: string;
  readonly reason: string;
  readonly recorded_at: Date;
}

/** The reversals that wait for these payments, in the order in which they came. */
export const loadHeld = async (db: Queries, keys: readonly PaymentKey[]): Promise<HeldReversal[]> => {
  if (keys.length === 0) return [];
  const rows = await db.query<HeldRow>(HELD, keyColumns(keys));
  return rows.map((row) => ({
    gateway: row.gateway,
    paymentId: row.payment_id,
    lines: row.lines,
    reversedAt: row.reversed_at,
    reason: row.reason,
    recordedAt: row.recorded_at.toISOString(),
  }));
};

/** Keeps reversals that wait. */
export const saveHeld = insert<HeldReversal>('held_reversal', {
  gateway: ['text', ({ gateway }) => gateway],
  payment_id: ['text', ({ paymentId }) => paymentId],
  lines: ['integer[]', ({ lines }) => (lines === null ? null : `{${lines.join()}}`)],
  reversed_at: ['text', ({ reversedAt }) => reversedAt],
  reason: ['text', ({ reason }) => reason],
  recorded_at: ['timestamptz', ({ recordedAt }) => recordedAt],
});

/** Lets go of the reversals that waited for these payments. */
export const releaseHeld = async (db: Queries, keys: readonly PaymentKey[]): Promise<void> => {
  if (keys.length > 0) await db.query(RELEASE, keyColumns(keys));
};
