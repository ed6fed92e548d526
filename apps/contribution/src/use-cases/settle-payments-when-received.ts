import type { PaymentReversed, PaymentSettled } from '#libs/contracts';
import type { Batch, Clock, Ids, Outcome } from '#libs/kernel';
import type { PaymentResult } from '../domain/payment/payment-events.js';
import { reversePayment, type ReversalEvent } from '../domain/payment/reverse-payment.js';
import type { Occasion } from '../domain/payment/settle-line.js';
import { settleIfAccepted, type Terms } from '../domain/payment/settle-if-accepted.js';
import { settlePayment, type PaymentAnswer } from '../domain/payment/settle-payment.js';
import { askedPayment, causeWithoutNik } from './asked-payment.js';
import type { Books, Needs, Plan, Received } from './books.js';
import type { Pseudonyms } from './pseudonyms.js';

export type { PaymentAnswer, PaymentResult, ReversalEvent, Terms };

/** A payment about which the gateway asks before it takes the money. */
export type AskedFirst = Received<PaymentSettled> & { readonly terms: Terms };

/** What a gateway says: that it received money, or took some back. */
export type GatewayMessage =
  | (Received<PaymentSettled> & { readonly type: 'id.cakupan.gateway.payment-settled.v1' })
  | (Received<PaymentReversed> & { readonly type: 'id.cakupan.gateway.payment-reversed.v1' });

/** Money that gateways received becomes contributions, or is owed; money that they take back leaves the books again. */
export class SettlePaymentsWhenReceived {
  constructor(
    private readonly books: Books,
    private readonly pseudonyms: Pseudonyms,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  handle(batch: Batch<GatewayMessage>): Promise<readonly Outcome<PaymentResult | ReversalEvent>[]> {
    return this.books.change(batch, (message): Plan<Outcome<PaymentResult | ReversalEvent>> =>
      message.type === 'id.cakupan.gateway.payment-settled.v1'
        ? this.settling(message)
        : this.reversing(message),
    );
  }

  /** Payments alone, each with its answer. */
  settle(batch: Batch<Received<PaymentSettled>>): Promise<readonly PaymentAnswer[]> {
    return this.books.change(batch, (payment) => this.settling(payment));
  }

  /** Payments whose money is taken only when they are accepted; the others leave nothing behind. */
  settleIfAccepted(batch: Batch<AskedFirst>): Promise<readonly PaymentAnswer[]> {
    return this.books.change(batch, (payment) =>
      this.settling(payment, (book, asked, occasion) =>
        settleIfAccepted(book, asked, payment.terms, occasion),
      ),
    );
  }

  /** All rules and the answers, each as the payments before it would leave the books, and nothing kept. */
  tryOut(payments: readonly Received<PaymentSettled>[]): Promise<readonly PaymentAnswer[]> {
    const plans = payments.map((payment) => this.settling(payment));
    const needs: Needs = {
      payments: plans.flatMap((plan) => plan.needs.payments ?? []),
      payees: plans.flatMap((plan) => plan.needs.payees ?? []),
    };
    return this.books.look(needs, (book) => plans.map(({ decide }) => decide(book)));
  }

  private settling(payment: Received<PaymentSettled>, settle = settlePayment): Plan<PaymentAnswer> {
    const asked = askedPayment(payment.data, this.pseudonyms);
    return {
      needs: { payments: [asked], payees: asked.lines.map(({ payee }) => payee) },
      cause: causeWithoutNik(payment),
      decide: (book) => settle(book, asked, this.occasion(payment.recordedAt)),
    };
  }

  private reversing(message: Received<PaymentReversed>): Plan<Outcome<ReversalEvent>> {
    const { gateway, paymentId, reversedAt, reason, lines = null } = message.data;
    const reversal = { gateway, paymentId, reversedAt: reversedAt.toUpperCase(), reason, lines };
    return {
      needs: { payments: [reversal], wholePayments: [reversal] },
      cause: message,
      decide: (book) => reversePayment(book, reversal, this.occasion(message.recordedAt).at),
    };
  }

  private occasion(recordedAt: string | null): Occasion {
    return { at: this.clock.recordedAt(recordedAt), newId: () => this.ids.next() };
  }
}
