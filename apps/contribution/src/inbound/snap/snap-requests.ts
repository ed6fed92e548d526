import { createHash } from 'node:crypto';
import { kinds, type PaymentSettled } from '#libs/contracts';
import { rupiahIn } from './snap-amounts.js';
import { textIn, type Fields } from './snap-fields.js';
import type { SnapPartner } from './snap-partners.js';
import { SnapRefusal } from './snap-refusal.js';
import { paymentCodeOf, virtualAccountIn } from './virtual-account.js';

const REQUEST_ID = /^[\x20-\x7e]{1,128}$/;
const INSTANT = /^.{1,40}$/;

/** The bank's own number of an inquiry or payment. */
export const requestIdIn = (body: Fields, name: 'inquiryRequestId' | 'paymentRequestId'): string =>
  textIn(body, name, REQUEST_ID);

const ID_CHARACTERS_MAX = 64;

/** The number of a payment in the books: the partner's own, or, where that is too long, a hash of it. */
export const paymentIdOf = (requestId: string): string =>
  requestId.length <= ID_CHARACTERS_MAX
    ? requestId
    : `snap-${createHash('sha256').update(requestId).digest('base64url')}`;

/** A request for payment as what any gateway might say. */
export const paymentIn = (body: Fields, { gateway }: SnapPartner): PaymentSettled => {
  const account = virtualAccountIn(body);
  const paymentId = paymentIdOf(requestIdIn(body, 'paymentRequestId'));
  const amount = rupiahIn(body, 'paidAmount');
  const settledAt = textIn(body, 'trxDateTime', INSTANT);
  if (!kinds.instant.accepts(settledAt)) throw new SnapRefusal('400-01', 'trxDateTime');
  return {
    paymentId,
    gateway,
    method: 'virtual-account',
    paymentCode: paymentCodeOf(account),
    nik: null,
    amount,
    currency: 'IDR',
    settledAt,
    months: null,
    payer: { kind: 'self', code: null },
    lines: null,
  };
};
