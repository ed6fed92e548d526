import { jakartaDay, type Day, type Reason } from '#libs/kernel';
import type { Account } from '../account/account.js';
import type { Membership } from '../account/membership.js';
import { termsOn } from '../account/terms.js';
import type { Book } from '../book/book.js';
import { lapsesOn } from '../lapse/lapse.js';
import type { Payee } from './line.js';

/** A membership that is known well enough to be paid for. */
export type PayableAccount = Account & { readonly membership: Membership };

/** Whether the membership is known well enough to be paid for. */
export const isPayable = (account: Account | null): account is PayableAccount => account?.membership != null;

/** Where nobody is found: for which reason the money waits. */
export const unknownPayee = ({ paymentCode }: Payee): Reason =>
  paymentCode === null ? 'nik-unknown' : 'payment-code-unknown';

/** The membership that money is for: the one with the payment code, else the one that a NIK pays for; null: not known. */
export const findPayee = (payee: Payee, settledAt: string, book: Book): PayableAccount | null => {
  if (payee.paymentCode === null) return ofPerson(payee.nikToken ?? '', jakartaDay(settledAt), book);
  const account = book.accounts.withCode(payee.paymentCode);
  return isPayable(account) ? account : null;
};

/** The person's open BPU membership that is no event cover; of several the one that lapses last. */
const ofPerson = (nikToken: string, settledOn: Day, book: Book): PayableAccount | null => {
  const candidates = book.accounts
    .withToken(nikToken)
    .filter(isPayable)
    .filter(({ membership: { eventCover, endedOn, terms } }) => {
      const open = endedOn === null || settledOn < endedOn;
      return open && eventCover === null && termsOn(terms, settledOn).segment === 'BPU';
    });
  return candidates.sort(lapsesLastFirst)[0] ?? null;
};

const NEVER = '9999-12-31';

const lapsesLastFirst = (a: PayableAccount, b: PayableAccount): number =>
  (lapsesOn(b) ?? NEVER).localeCompare(lapsesOn(a) ?? NEVER) ||
  b.membership.startsOn.localeCompare(a.membership.startsOn) ||
  a.membershipId.localeCompare(b.membershipId);
