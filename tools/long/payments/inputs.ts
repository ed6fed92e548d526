import { paymentReversed, paymentSettled, type PaymentReversed, type PaymentSettled } from '#libs/contracts';
import type { OutgoingMessage } from '#libs/messaging';
import { codeOf, message, MONTH_RUPIAH } from '../../bench/inputs/members.js';
import { Chance, storyUuid } from '../../sample/chance/chance.js';

export const GATEWAY = 'bank-uji';
/** Years ahead: whether a membership lapses meanwhile does not depend on the day of the run. */
const MONTHS = ['2028-01', '2028-02', '2028-03', '2028-04'];
const SETTLED_AT = '2025-02-03T10:00:00+07:00';
const REVERSED_AT = '2025-02-04T10:00:00+07:00';
const BEGAN_MS = Date.parse('2025-01-01T00:00:00Z');

/** Of all payments. */
const SHARE_TWICE = 0.05;
const SHARE_REVERSED = 0.01;
const SHARE_CONFLICTING = 0.002;
/** Of those that are reversed: so many reversals come first, and so many months are paid anew. */
const SHARE_BEFORE = 0.2;
const SHARE_AGAIN = 0.5;
/** What comes later comes behind at most so many other payments. */
const LATER_MAX = 3_000;

/** How many there are of each kind. */
export interface Counts {
  readonly payments: number;
  readonly duplicates: number;
  readonly conflicts: number;
  readonly reversals: number;
}

type Sent = { -readonly [Kind in keyof Counts]: number };

/** How many persons pay, so that there are about so many payments. */
export const personsFor = (payments: number): number => Math.max(1, Math.round(payments / MONTHS.length));

const paymentOf = (person: number, month: string): PaymentSettled => ({
  paymentId: `P-${person}-${month}`,
  gateway: GATEWAY,
  method: 'virtual-account',
  paymentCode: codeOf(person),
  nik: null,
  amount: MONTH_RUPIAH,
  currency: 'IDR',
  settledAt: SETTLED_AT,
  months: [month],
  payer: { kind: 'government', code: null },
  lines: null,
});

const reversalOf = ({ paymentId, gateway }: PaymentSettled): PaymentReversed => ({
  paymentId,
  gateway,
  reversedAt: REVERSED_AT,
  reason: 'paid-twice',
  lines: null,
});

/**
 * Payments of so many persons for four months each, some sent twice, some with other content under a used number, some
 * taken back before or after they come, and of those some months paid anew. All about a person has one key and so one order.
 */
export class PaymentPlan {
  readonly counts: Sent = { payments: 0, duplicates: 0, conflicts: 0, reversals: 0 };
  private readonly later = new Map<number, OutgoingMessage[]>();
  private place = 0;
  private ids = 0;

  constructor(
    private readonly seed: number,
    private readonly persons: number,
  ) {}

  /** All messages in the order in which they are sent. */
  *messages(): Generator<OutgoingMessage> {
    const chance = new Chance(this.seed, 'payments-killed');
    for (const month of MONTHS)
      for (let person = 0; person < this.persons; person += 1) {
        yield* this.about(paymentOf(person, month), chance);
        yield* this.due(this.place);
        this.place += 1;
      }
    for (const place of [...this.later.keys()].sort((a, b) => a - b)) yield* this.due(place);
  }

  private *about(payment: PaymentSettled, chance: Chance): Generator<OutgoingMessage> {
    const isReversed = chance.happens(SHARE_REVERSED);
    const isBefore = isReversed && chance.happens(SHARE_BEFORE);
    if (isBefore) yield this.reversal(payment);
    yield this.payment(payment, 'payments');
    if (chance.happens(SHARE_TWICE)) this.keep(chance, this.payment(payment, 'duplicates'));
    if (chance.happens(SHARE_CONFLICTING))
      this.keep(chance, this.payment({ ...payment, amount: payment.amount + 1 }, 'conflicts'));
    if (!isReversed) return;
    const place = isBefore ? this.place : this.keep(chance, this.reversal(payment));
    if (!chance.happens(SHARE_AGAIN)) return;
    const [month = ''] = payment.months ?? [];
    const again = { ...payment, paymentId: `${payment.paymentId}-again`, months: [month] };
    this.keep(chance, this.payment(again, 'payments'), place + 1);
  }

  private payment(payment: PaymentSettled, kind: keyof Counts): OutgoingMessage {
    this.counts[kind] += 1;
    return message(paymentSettled, payment, { key: payment.paymentCode!, id: this.nextId() });
  }

  private reversal(payment: PaymentSettled): OutgoingMessage {
    this.counts.reversals += 1;
    return message(paymentReversed, reversalOf(payment), { key: payment.paymentCode!, id: this.nextId() });
  }

  private nextId(): string {
    this.ids += 1;
    return storyUuid(this.seed, 'message', this.ids, BEGAN_MS);
  }

  /** Keeps it for a later place; answers which. */
  private keep(chance: Chance, one: OutgoingMessage, from = this.place): number {
    const place = chance.between(from, from + LATER_MAX);
    this.later.set(place, [...(this.later.get(place) ?? []), one]);
    return place;
  }

  private *due(place: number): Generator<OutgoingMessage> {
    yield* this.later.get(place) ?? [];
    this.later.delete(place);
  }
}
