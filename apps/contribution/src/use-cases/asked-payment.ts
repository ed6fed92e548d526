import type { Cause, PaymentSettled } from '#libs/contracts';
import type { AskedLine, Payee } from '../domain/payment/line.js';
import type { AskedPayment } from '../domain/payment/settle-payment.js';
import type { Pseudonyms } from './pseudonyms.js';

const INSTANT = /^(.*?)(?:\.(\d+))?(Z|[+-]\d{2}:\d{2})$/;

/** An instant as one text, whatever its offset and however many digits its fraction is written with. */
const instantKey = (instant: string): string => {
  const [, seconds, fraction = '', offset] = INSTANT.exec(instant.toUpperCase()) ?? [];
  return `${Date.parse(`${seconds}${offset}`)}.${fraction.replace(/0+$/, '')}`;
};

/**
 * A text that two payments share exactly when their contents are the same: known fields only, whatever their order,
 * absent as null, instants as instants. It may hold a NIK; store nothing but a keyed hash of it.
 */
const contentKey = (payment: PaymentSettled): string =>
  JSON.stringify([
    [payment.gateway, payment.paymentId, payment.method],
    [payment.paymentCode ?? null, payment.nik ?? null],
    [payment.amount, payment.currency, instantKey(payment.settledAt)],
    payment.months ?? null,
    [payment.payer.kind, payment.payer.code ?? null],
    payment.lines?.map(({ paymentCode, months, amount }) => [paymentCode, months ?? null, amount]) ?? null,
  ]);

const payeeOf = ({ paymentCode, nik }: PaymentSettled, pseudonyms: Pseudonyms): Payee =>
  paymentCode
    ? { paymentCode, nikToken: null }
    : { paymentCode: null, nikToken: nik ? pseudonyms.nikToken(nik) : null };

const linesOf = (payment: PaymentSettled, pseudonyms: Pseudonyms): AskedLine[] =>
  payment.lines?.map(({ paymentCode, months, amount }, index) => ({
    index,
    payee: { paymentCode, nikToken: null },
    months: months ?? null,
    amountRupiah: amount,
  })) ?? [
    {
      index: 0,
      payee: payeeOf(payment, pseudonyms),
      months: payment.months ?? null,
      amountRupiah: payment.amount,
    },
  ];

/** The payment of a message as the domain takes it: no NIK gets past here, only its token. */
export const askedPayment = (payment: PaymentSettled, pseudonyms: Pseudonyms): AskedPayment => ({
  gateway: payment.gateway,
  paymentId: payment.paymentId,
  contentHash: pseudonyms.contentHash(contentKey(payment)),
  method: payment.method,
  amountRupiah: payment.amount,
  settledAt: payment.settledAt.toUpperCase(),
  payer: { kind: payment.payer.kind, code: payment.payer.code ?? null },
  lines: linesOf(payment, pseudonyms),
  namesLines: payment.lines != null,
});

const NIK_DIGITS = 16;
const WITHHELD = 'withheld';

/** What events inherit; a gateway may have made an id of the NIK, and such a one is not handed on. */
export const causeWithoutNik = (cause: Cause & { readonly data: Pick<PaymentSettled, 'nik'> }): Cause => {
  const nik = cause.data.nik ?? '';
  const tells = (text: string | null) => nik.length >= NIK_DIGITS && (text?.includes(nik) ?? false);
  if (![cause.eventId, cause.correlationId, cause.traceparent].some(tells)) return cause;
  return { eventId: WITHHELD, correlationId: WITHHELD, traceparent: null };
};
