import { IsOptional } from 'class-validator';
import { defineEvent } from '../define.js';
import { HasMany, Is } from '../fields.js';
import { gatewayName, id, integer, listOf, text } from '../kinds.js';
import { PAYMENT_LINES_MAX } from '../gateway/payment-settled.js';
import { reasonList } from '../parts/lists.js';
import { paymentResultsTopic } from '../topics.js';

/** So many ids just fit into a message of 1 MiB; a payment that makes more is answered in several results. */
export const RESULT_CONTRIBUTIONS_MAX = 25_000;

/** A line that was not settled; its money is owed. */
export class UnsettledLine {
  /** Counted from 0. */
  @Is(integer(0, PAYMENT_LINES_MAX - 1)) index!: number;
  @Is(reasonList) reasons!: string[];
}

class PaymentResult {
  @Is(gatewayName) gateway!: string;
  @Is(text(64)) paymentId!: string;
}

export class PaymentAccepted extends PaymentResult {
  @Is(listOf(id, { min: 1, max: RESULT_CONTRIBUTIONS_MAX })) contributions!: string[];
  /** Only for a payment with lines: those that were not settled. */
  @IsOptional() @HasMany(() => UnsettledLine, { min: 0, max: PAYMENT_LINES_MAX }) lines?:
    UnsettledLine[] | null;
}

export class PaymentUnmatched extends PaymentResult {
  @Is(reasonList) reasons!: string[];
}

export class PaymentRefused extends PaymentResult {
  @Is(reasonList) reasons!: string[];
}

const result = {
  topic: paymentResultsTopic,
  key: (answer: PaymentResult) => answer.paymentId,
  subject: (answer: PaymentResult) => `payment/${answer.gateway}/${answer.paymentId}`,
};

export const paymentAccepted = defineEvent({
  ...result,
  type: 'id.cakupan.contribution.payment-accepted.v1',
  summary: 'The payment became these contributions. More follow when lines become known later.',
  payload: PaymentAccepted,
  example: {
    gateway: 'pemkot-surakarta',
    paymentId: 'APBD-2025-01-RT',
    contributions: ['01944f3b-1c40-7e21-a7d5-9b3c6f0e2d33'],
    lines: [{ index: 1, reasons: ['payment-code-unknown'] }],
  },
});

export const paymentUnmatched = defineEvent({
  ...result,
  type: 'id.cakupan.contribution.payment-unmatched.v1',
  summary:
    'Nobody is known yet by the code or NIK. The money is owed to the payer until it is matched or returned.',
  payload: PaymentUnmatched,
  example: { gateway: 'bank-jateng', paymentId: 'BJTG-20250110-000172', reasons: ['payment-code-unknown'] },
});

export const paymentRefused = defineEvent({
  ...result,
  type: 'id.cakupan.contribution.payment-refused.v1',
  summary:
    'The payment breaks the rules that the reasons name. The money is owed to the payer until it is returned.',
  payload: PaymentRefused,
  example: { gateway: 'bank-jateng', paymentId: 'BJTG-20250110-000173', reasons: ['amount-does-not-fit'] },
});
