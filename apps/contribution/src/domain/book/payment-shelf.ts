import type { Identity } from '../account/membership.js';
import type { Payment } from '../payment/payment.js';
import { keyText, type Line, type Payee, type PaymentKey } from '../payment/line.js';

/** A line together with the payment that it belongs to. */
export interface LineOfPayment {
  readonly payment: Payment;
  readonly line: Line;
}

const lineText = (key: PaymentKey, { index }: Line) => `${keyText(key)} ${index}`;

const waitsFor = ({ paymentCode, nikToken }: Payee): string =>
  paymentCode === null ? `nik ${nikToken}` : `code ${paymentCode}`;

/** Payments at hand, with those of their lines that a batch may touch. */
export class PaymentShelf {
  private readonly payments = new Map<string, Payment>();
  private readonly waiting: ReadonlyMap<string, { key: PaymentKey; index: number }[]>;
  private readonly changed = new Set<string>();
  private readonly changedLines = new Map<string, LineOfPayment>();

  constructor(payments: readonly Payment[]) {
    for (const payment of payments) this.payments.set(keyText(payment), payment);
    const unmatched = payments.flatMap((payment) =>
      [...payment.lines.values()]
        .filter(({ state }) => state.status === 'unmatched')
        .map(({ index, payee }) => ({ key: payment, index, payee })),
    );
    this.waiting = Map.groupBy(unmatched, ({ payee }) => waitsFor(payee));
  }

  get(key: PaymentKey): Payment | null {
    return this.payments.get(keyText(key)) ?? null;
  }

  put(payment: Payment, lines: Iterable<Line>): void {
    this.payments.set(keyText(payment), payment);
    this.changed.add(keyText(payment));
    for (const line of lines) this.changedLines.set(lineText(payment, line), { payment, line });
  }

  /** Lines of any payment that have waited for this code or NIK since before the batch. */
  waitingFor({ paymentCode, nikToken }: Identity): LineOfPayment[] {
    const keys = [paymentCode && `code ${paymentCode}`, nikToken && `nik ${nikToken}`];
    return keys
      .flatMap((key) => (key ? (this.waiting.get(key) ?? []) : []))
      .map(({ key, index }) => ({ payment: this.get(key)!, line: this.get(key)!.lines.get(index)! }))
      .filter(({ line }) => line.state.status === 'unmatched');
  }

  changes(): { payments: Payment[]; lines: LineOfPayment[] } {
    return {
      payments: [...this.changed].map((key) => this.payments.get(key)!),
      lines: [...this.changedLines.values()],
    };
  }
}
