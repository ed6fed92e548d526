import type { PayerKind, Reason } from '#libs/kernel';
import type { Database } from '#libs/persistence';
import type { Contribution } from '../../domain/account/contribution.js';
import { NO_LATE_FEES } from '../../domain/account/late-fees.js';
import { keyText, type PaymentKey } from '../../domain/payment/line.js';
import { statusOf } from '../../domain/payment/payment.js';
import {
  Views,
  type LineView,
  type OwedAsked,
  type OwedLine,
  type PaymentView,
  type Statement,
  type StatementEntry,
} from '../../use-cases/views.js';
import { loadLines } from './line-rows.js';
import { loadPayments } from './payment-rows.js';

const PAID_FOR = `
  select l.gateway, l.payment_id, l.contributions, l.reversed_at, p.payer_kind, p.payer_code, p.settled_at
    from payment_line l join payment p using (gateway, payment_id) where l.membership_id = $1`;

interface PaidForRow {
  readonly gateway: string;
  readonly payment_id: string;
  readonly contributions: readonly Contribution[];
  readonly reversed_at: string | null;
  readonly payer_kind: PayerKind;
  readonly payer_code: string | null;
  readonly settled_at: string;
}

const OWED = `
  select l.gateway, l.payment_id, l.line, l.status, l.reason, l.amount, l.payment_code, p.payer_kind, p.payer_code,
         p.settled_at
    from payment_line l join payment p using (gateway, payment_id)
   where l.status in ('unmatched', 'refused')
     and ($1::text is null or (l.gateway, l.payment_id, l.line) > ($1, $2::text, $3::integer))
     and ($4::text is null or l.reason = $4)
   order by l.gateway, l.payment_id, l.line limit $5`;

interface OwedRow {
  readonly gateway: string;
  readonly payment_id: string;
  readonly line: number;
  readonly status: 'unmatched' | 'refused';
  readonly reason: Reason;
  readonly amount: string;
  readonly payment_code: string | null;
  readonly payer_kind: PayerKind;
  readonly payer_code: string | null;
  readonly settled_at: string;
}

/** What can be asked of the books, read from PostgreSQL. */
export class PostgresViews extends Views {
  constructor(private readonly database: Database) {
    super();
  }

  override async payment(key: PaymentKey): Promise<PaymentView | null> {
    const lines = await loadLines(this.database, [key]);
    const [payment] = await loadPayments(this.database, [key], lines);
    if (!payment) return null;
    const { gateway, paymentId, method, amountRupiah, settledAt, recordedAt } = payment;
    return {
      gateway,
      paymentId,
      status: statusOf(payment),
      method,
      amountRupiah,
      settledAt,
      recordedAt,
      lines: (lines.get(keyText(key)) ?? []).map(({ index, state, amountRupiah: rupiah }): LineView => ({
        index,
        status: state.status,
        reason: 'reason' in state ? state.reason : null,
        amountRupiah: rupiah,
        contributionIds:
          'contributions' in state ? state.contributions.map(({ contributionId }) => contributionId) : [],
        lateFees: 'lateFees' in state ? state.lateFees : NO_LATE_FEES,
      })),
    };
  }

  override async statement(membershipId: string): Promise<Statement | null> {
    const [account] = await this.database.query<{ residence: string | null; late_fees_owed: string }>(
      'select residence, late_fees_owed from account where membership_id = $1 and person_id is not null',
      [membershipId],
    );
    if (!account) return null;
    const rows = await this.database.query<PaidForRow>(PAID_FOR, [membershipId]);
    const entries = rows.flatMap(entriesOf).sort((a, b) => a.from.localeCompare(b.from));
    const lateFeesOwedRupiah = Number(account.late_fees_owed);
    return { membershipId, residence: account.residence, lateFeesOwedRupiah, entries };
  }

  override async owed({ after, reason }: OwedAsked, limit: number): Promise<readonly OwedLine[]> {
    const place = [after?.key.gateway ?? null, after?.key.paymentId ?? null, after?.index ?? null];
    return (await this.database.query<OwedRow>(OWED, [...place, reason, limit])).map(owedLineOf);
  }
}

const entriesOf = (row: PaidForRow): StatementEntry[] =>
  row.contributions.map(({ contributionId, months, from, through, amountRupiah, amounts }) => ({
    gateway: row.gateway,
    paymentId: row.payment_id,
    contributionId,
    months,
    from,
    through,
    amountRupiah,
    amounts,
    payer: { kind: row.payer_kind, code: row.payer_code },
    paidAt: row.settled_at,
    reversedAt: row.reversed_at,
  }));

const owedLineOf = (row: OwedRow): OwedLine => ({
  gateway: row.gateway,
  paymentId: row.payment_id,
  index: row.line,
  status: row.status,
  reason: row.reason,
  amountRupiah: Number(row.amount),
  paymentCode: row.payment_code,
  payer: { kind: row.payer_kind, code: row.payer_code },
  settledAt: row.settled_at,
});
