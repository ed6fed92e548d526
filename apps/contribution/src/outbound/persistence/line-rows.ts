import type { Reason } from '#libs/kernel';
import type { Contribution } from '../../domain/account/contribution.js';
import { NO_LATE_FEES } from '../../domain/account/late-fees.js';
import type { LineOfPayment } from '../../domain/book/payment-shelf.js';
import { keyText, type Line, type LineState, type PaymentKey } from '../../domain/payment/line.js';
import { keyColumns } from './payment-rows.js';
import type { Queries } from './queries.js';
import { upsert } from './upsert.js';

const COLUMNS = `gateway, payment_id, line, payment_code, nik_token, months, amount, status, reason, membership_id,
         contributions, late_fee_charged, late_fee_paid, reversed_at, refunded_at`;
const OF_PAYMENTS = `
  select ${COLUMNS}
    from payment_line join unnest($1::text[], $2::text[]) as k (gateway, payment_id) using (gateway, payment_id)
   order by line`;
const WAITING = `
  select ${COLUMNS} from payment_line where status = 'unmatched' and payment_code = any($1::text[])
   union all
  select ${COLUMNS} from payment_line
   where status = 'unmatched' and nik_token is not null and nik_token = any($2::text[])`;

export interface LineRow {
  readonly gateway: string;
  readonly payment_id: string;
  readonly line: number;
  readonly payment_code: string | null;
  readonly nik_token: string | null;
  readonly months: string | null;
  readonly amount: string;
  readonly status: LineState['status'];
  readonly reason: Reason | null;
  readonly membership_id: string | null;
  readonly contributions: readonly Contribution[];
  readonly late_fee_charged: string;
  readonly late_fee_paid: string;
  readonly reversed_at: string | null;
  readonly refunded_at: Date | null;
}

/** Lines by the text of their payment's key. */
export type LinesByPayment = ReadonlyMap<string, readonly Line[]>;

const stateOf = (row: LineRow): LineState => {
  const { status, reason, membership_id, contributions, reversed_at, refunded_at } = row;
  switch (status) {
    case 'accepted':
      return {
        status,
        membershipId: membership_id!,
        contributions,
        lateFees: { chargedRupiah: Number(row.late_fee_charged), paidRupiah: Number(row.late_fee_paid) },
      };
    case 'reversed':
      return { status, membershipId: membership_id, contributions, reversedAt: reversed_at! };
    case 'refunded':
      return { status, refundedAt: refunded_at!.toISOString() };
    default:
      return { status, reason: reason! };
  }
};

const lineOf = (row: LineRow): Line => ({
  index: row.line,
  payee: { paymentCode: row.payment_code, nikToken: row.nik_token },
  months: row.months?.split(',') ?? null,
  amountRupiah: Number(row.amount),
  state: stateOf(row),
});

const byPayment = (rows: readonly LineRow[]): Map<string, Line[]> => {
  const grouped = Map.groupBy(rows, (row) => keyText({ gateway: row.gateway, paymentId: row.payment_id }));
  return new Map([...grouped].map(([key, group]) => [key, group.map(lineOf)]));
};

/** All lines of the payments. */
export const loadLines = async (db: Queries, keys: readonly PaymentKey[]): Promise<LinesByPayment> =>
  keys.length === 0 ? new Map() : byPayment(await db.query<LineRow>(OF_PAYMENTS, keyColumns(keys)));

/** The lines of any payment that wait for the codes and NIK tokens, with the keys of their payments. */
export const loadWaiting = async (
  db: Queries,
  codes: readonly string[],
  tokens: readonly string[],
): Promise<{ keys: PaymentKey[]; lines: LinesByPayment }> => {
  if (codes.length + tokens.length === 0) return { keys: [], lines: new Map() };
  const rows = await db.query<LineRow>(WAITING, [codes, tokens]);
  const keys = rows.map((row) => ({ gateway: row.gateway, paymentId: row.payment_id }));
  return { keys: [...new Map(keys.map((key) => [keyText(key), key])).values()], lines: byPayment(rows) };
};

const contributionsOf = ({ state }: Line) => ('contributions' in state ? state.contributions : []);

const lateFeesOf = ({ state }: Line) => ('lateFees' in state ? state.lateFees : NO_LATE_FEES);

/** Keeps the lines as they are now. */
export const saveLines = upsert<LineOfPayment>('payment_line', ['gateway', 'payment_id', 'line'], {
  gateway: ['text', ({ payment }) => payment.gateway],
  payment_id: ['text', ({ payment }) => payment.paymentId],
  line: ['integer', ({ line }) => line.index],
  payment_code: ['text', ({ line }) => line.payee.paymentCode],
  nik_token: ['text', ({ line }) => line.payee.nikToken],
  months: ['text', ({ line }) => line.months?.join() ?? null],
  amount: ['bigint', ({ line }) => line.amountRupiah],
  status: ['text', ({ line }) => line.state.status],
  reason: ['text', ({ line }) => ('reason' in line.state ? line.state.reason : null)],
  membership_id: ['uuid', ({ line }) => ('membershipId' in line.state ? line.state.membershipId : null)],
  contributions: ['json', ({ line }) => JSON.stringify(contributionsOf(line))],
  late_fee_charged: ['bigint', ({ line }) => lateFeesOf(line).chargedRupiah],
  late_fee_paid: ['bigint', ({ line }) => lateFeesOf(line).paidRupiah],
  reversed_at: ['text', ({ line }) => ('reversedAt' in line.state ? line.state.reversedAt : null)],
  refunded_at: ['timestamptz', ({ line }) => ('refundedAt' in line.state ? line.state.refundedAt : null)],
});
