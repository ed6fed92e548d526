import { IsOptional } from 'class-validator';
import { defineEvent } from '../define.js';
import { Has, HasMany, Is } from '../fields.js';
import { gatewayName, instant, oneOf, positiveRupiah, text } from '../kinds.js';
import { monthList } from '../parts/lists.js';
import { Payer } from '../parts/payer.js';
import { paymentsTopic } from '../topics.js';
import { PAYMENT_METHODS, type PaymentMethod } from '../vocabulary.js';

/** How many memberships one payment may be for. */
export const PAYMENT_LINES_MAX = 10_000;

/** A part of a payment that is for one membership. */
export class PaymentLine {
  @Is(text(64)) paymentCode!: string;
  @IsOptional() @Is(monthList) months?: string[] | null;
  /** Rupiah. */
  @Is(positiveRupiah) amount!: number;
}

/** Who is paid for stands in `paymentCode`, else in `nik`; with `lines`, in each line, and the two and `months` are null. */
export class PaymentSettled {
  @Is(text(64)) paymentId!: string;
  @Is(gatewayName) gateway!: string;
  @Is(oneOf(PAYMENT_METHODS)) method!: PaymentMethod;
  @IsOptional() @Is(text(64)) paymentCode?: string | null;
  @IsOptional() @Is(text(32, 0)) nik?: string | null;
  /** Rupiah; the sum of the lines, where there are lines. */
  @Is(positiveRupiah) amount!: number;
  @Is(oneOf(['IDR'])) currency!: 'IDR';
  @Is(instant) settledAt!: string;
  @IsOptional() @Is(monthList) months?: string[] | null;
  @Has(() => Payer) payer!: Payer;
  @IsOptional() @HasMany(() => PaymentLine, { min: 1, max: PAYMENT_LINES_MAX }) lines?: PaymentLine[] | null;
}

export const paymentSettled = defineEvent({
  topic: paymentsTopic,
  type: 'id.cakupan.gateway.payment-settled.v1',
  summary:
    'A gateway has received money. Identity is gateway with paymentId; settledAt decides what it pays for.',
  payload: PaymentSettled,
  key: (payment) => payment.paymentCode ?? payment.paymentId,
  subject: (payment) => `payment/${payment.gateway}/${payment.paymentId}`,
  example: {
    paymentId: 'BJTG-20250110-000171',
    gateway: 'bank-jateng',
    method: 'virtual-account',
    paymentCode: '8888824000000017',
    nik: null,
    amount: 16_800,
    currency: 'IDR',
    settledAt: '2025-01-10T10:00:00+07:00',
    months: ['2025-01'],
    payer: { kind: 'self', code: null },
    lines: null,
  },
});
