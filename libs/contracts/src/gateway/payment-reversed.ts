import { IsOptional } from 'class-validator';
import { defineEvent } from '../define.js';
import { Is } from '../fields.js';
import { gatewayName, instant, integer, listOf, text } from '../kinds.js';
import { paymentsTopic } from '../topics.js';
import { PAYMENT_LINES_MAX } from './payment-settled.js';

export class PaymentReversed {
  @Is(text(64)) paymentId!: string;
  @Is(gatewayName) gateway!: string;
  @Is(instant) reversedAt!: string;
  @Is(text(200)) reason!: string;
  /** Indexes of the reversed lines, counted from 0; null: the whole payment. */
  @IsOptional()
  @Is(listOf(integer(0, PAYMENT_LINES_MAX - 1), { min: 1, max: PAYMENT_LINES_MAX }))
  lines?: number[] | null;
}

export const paymentReversed = defineEvent({
  topic: paymentsTopic,
  type: 'id.cakupan.gateway.payment-reversed.v1',
  summary:
    'A gateway took a payment back, or some lines of it. It may arrive before its payment and then waits for it.',
  payload: PaymentReversed,
  key: (reversal) => reversal.paymentId,
  subject: (reversal) => `payment/${reversal.gateway}/${reversal.paymentId}`,
  example: {
    paymentId: 'BJTG-20250110-000171',
    gateway: 'bank-jateng',
    reversedAt: '2025-01-12T08:15:00+07:00',
    reason: 'paid-twice',
    lines: null,
  },
});
