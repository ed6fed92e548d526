import type { Reason } from '#libs/kernel';
import type { PaymentAnswer } from '../../use-cases/settle-payments-when-received.js';
import { caseOf } from './case-of-reason.js';
import { reasonTextOf, responseOf, type SnapCase } from './snap-codes.js';
import type { Fields } from './snap-fields.js';
import { SnapRefusal } from './snap-refusal.js';
import type { SnapPartner } from './snap-partners.js';

export interface SnapAnswer {
  readonly responseCode: string;
  readonly responseMessage: string;
  readonly virtualAccountData?: Fields;
}

/** `00` the money is taken, `01` it is not: banks go by this beside the code. */
const TAKEN = '00';
const NOT_TAKEN = '01';

const ECHOED = [
  'partnerServiceId',
  'customerNo',
  'virtualAccountNo',
  'virtualAccountName',
  'paymentRequestId',
  'paidAmount',
  'totalAmount',
  'trxDateTime',
  'referenceNo',
];

/** What the bank sent, as it sent it. */
const echoOf = (body: Fields): Fields =>
  Object.fromEntries(ECHOED.filter((name) => name in body).map((name) => [name, body[name]]));

const dataOf = (body: Fields, flag: string, snapCase: SnapCase) => ({
  virtualAccountData: {
    ...echoOf(body),
    paymentFlagStatus: flag,
    paymentFlagReason: reasonTextOf(snapCase),
  },
});

/** The payment is in the books. */
export const paidAnswer = (body: Fields): SnapAnswer => ({
  ...responseOf('payment', '200-00'),
  ...dataOf(body, TAKEN, '200-00'),
});

/** The payment is not taken, and nothing of it is kept. */
export const refusedAnswer = (reason: Reason, body: Fields): SnapRefusal => {
  const snapCase = caseOf(reason);
  return new SnapRefusal(snapCase, undefined, dataOf(body, NOT_TAKEN, snapCase));
};

/**
 * The number was given to a payment before, which stands: the same again gets what the bank wants for it; another content
 * is inconsistent, and banks take that for success, since the payment that bears the number is taken.
 */
export const replayAnswer = (body: Fields, { replay }: SnapPartner, answer: PaymentAnswer): SnapAnswer => {
  const isSame = answer.kind === 'ignored' && answer.reason === 'already-answered';
  if (isSame && replay === 'success') return paidAnswer(body);
  throw new SnapRefusal('404-18', undefined, dataOf(body, TAKEN, '404-18'));
};
