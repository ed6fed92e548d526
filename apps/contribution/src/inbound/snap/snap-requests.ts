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

/** ISO 8601 without separators, as the standard's own examples have it. */
const BASIC = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(?=Z|[+-])/;
const BASIC_OFFSET = /([+-]\d\d)(\d\d)$/;

/** An instant that a bank writes by ISO 8601, in the form of RFC 3339. */
const instantIn = (body: Fields, name: string): string => {
  const stated = textIn(body, name, INSTANT);
  const instant = stated.replace(BASIC, '$1-$2-$3T$4:$5:$6').replace(BASIC_OFFSET, '$1:$2');
  if (!kinds.instant.accepts(instant)) throw new SnapRefusal('400-01', name);
  return instant;
};

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
  const settledAt = instantIn(body, 'trxDateTime');
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
