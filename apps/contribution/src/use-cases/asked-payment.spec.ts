import { paymentSettled, type PaymentSettled } from '#libs/contracts';
import { describe, expect, it } from '@jest/globals';
import { askedPayment, causeWithoutNik } from './asked-payment.js';
import type { Pseudonyms } from './pseudonyms.js';

const NIK = '3372051708900001';
/** Shows what it was given, so that a test sees what goes into a hash. */
const open: Pseudonyms = { nikToken: (nik) => `token of ${nik}`, contentHash: (text) => text };

const payment: PaymentSettled = { ...paymentSettled.example, settledAt: '2025-01-10T10:00:00.5+07:00' };
const hashOf = (changed: Partial<PaymentSettled>) =>
  askedPayment({ ...payment, ...changed }, open).contentHash;
const payeesOf = (changed: Partial<PaymentSettled>) =>
  askedPayment({ ...payment, ...changed }, open).lines.map(({ payee }) => payee);
const { nik: _nik, lines: _lines, ...withoutNulls } = payment;

describe('the content of a payment', () => {
  it.each<[string, PaymentSettled]>([
    [
      'fields in another order',
      Object.fromEntries(Object.entries(payment).reverse()) as unknown as PaymentSettled,
    ],
    ['absent for null', withoutNulls],
    ['absent for null within', { ...payment, payer: { kind: 'self' } }],
    ['the same instant in another zone', { ...payment, settledAt: '2025-01-10T03:00:00.500Z' }],
    ['small letters in an instant', { ...payment, settledAt: '2025-01-10t03:00:00.5z' }],
    ['a field that nobody knows', { ...payment, colour: 'red' } as PaymentSettled],
  ])('is the same with %s', (_what, same) => expect(askedPayment(same, open).contentHash).toBe(hashOf({})));

  it.each<[string, Partial<PaymentSettled>]>([
    ['amount', { amount: 16_801 }],
    ['method', { method: 'qris' }],
    ['code', { paymentCode: '1' }],
    ['NIK', { nik: NIK }],
    ['instant, by the tenth of a millisecond', { settledAt: '2025-01-10T10:00:00.5001+07:00' }],
    ['months', { months: ['2025-02'] }],
    ['months, which are to be counted', { months: null }],
    ['payer', { payer: { kind: 'sponsor', code: null } }],
    ['payer’s code', { payer: { kind: 'self', code: 'A' } }],
    ['lines', { lines: [{ paymentCode: '1', amount: 16_800 }] }],
  ])('differs with another %s', (_what, changed) => expect(hashOf(changed)).not.toBe(hashOf({})));
});

describe('who is paid for', () => {
  it('is the code before the NIK, and the NIK by its token alone', () => {
    expect(payeesOf({ nik: NIK })).toEqual([{ paymentCode: payment.paymentCode, nikToken: null }]);
    expect(payeesOf({ nik: NIK, paymentCode: null })).toEqual([
      { paymentCode: null, nikToken: `token of ${NIK}` },
    ]);
    expect(payeesOf({ nik: '', paymentCode: null })).toEqual([{ paymentCode: null, nikToken: null }]);
  });

  it('is each line’s with lines', () =>
    expect(
      payeesOf({
        lines: [
          { paymentCode: '1', amount: 1 },
          { paymentCode: '2', amount: 2 },
        ],
      }),
    ).toEqual([
      { paymentCode: '1', nikToken: null },
      { paymentCode: '2', nikToken: null },
    ]));
});

describe('what the events inherit', () => {
  const cause = { eventId: 'E-1', correlationId: 'C-1', traceparent: null, data: { nik: NIK } };

  it('is the message’s own', () =>
    expect(causeWithoutNik(cause)).toMatchObject({ eventId: 'E-1', correlationId: 'C-1' }));

  it('is withheld when the gateway made an id of the NIK', () =>
    expect(JSON.stringify(causeWithoutNik({ ...cause, eventId: `pay-${NIK}` }))).not.toContain(NIK));
});
