import { jakartaDay, monthOf, refused, type Reason } from '#libs/kernel';
import { amountsOf, billOf } from '../billing/bill.js';
import type { Book } from '../book/book.js';
import { findPayee } from './payee.js';
import { objectionTo, type Occasion } from './settle-line.js';
import { settlePayment, type AskedPayment, type PaymentAnswer } from './settle-payment.js';

/** How much a payer may pay: exactly what is billed through the month of the payment, or any whole number of months. */
export type Terms = 'closed' | 'open';

/**
 * Settles a payment whose money is still the payer's: the gateway asks before it takes it. What would not be accepted is
 * refused and leaves nothing behind, since there is no money to be owed. A payment that was settled before is answered as
 * such, whatever may be paid by now.
 */
export const settleIfAccepted = (
  book: Book,
  asked: AskedPayment,
  terms: Terms,
  occasion: Occasion,
): PaymentAnswer => {
  const isKnown = book.payments.get(asked) !== null;
  const reason = isKnown ? null : objection(book, asked, terms);
  return reason === null ? settlePayment(book, asked, occasion) : refused(reason);
};

const objection = (book: Book, asked: AskedPayment, terms: Terms): Reason | null => {
  if (terms === 'closed') {
    const reason = differsFromBill(book, asked);
    if (reason) return reason;
  }
  return asked.lines.map((line) => objectionTo(book, asked, line)).find((reason) => reason !== null) ?? null;
};

/** Null where the amount is what is billed, and where nobody is known to be billed. */
const differsFromBill = (book: Book, { lines, settledAt, amountRupiah }: AskedPayment): Reason | null => {
  const account = findPayee(lines[0]!.payee, settledAt, book);
  if (account === null) return null;
  const { membership } = account;
  const today = jakartaDay(settledAt);
  const asked = { today, through: monthOf(today) };
  const bill = billOf(account, membership, book.riskGroup(membership.employer), asked);
  if (typeof bill === 'string') return bill;
  if (bill.months.length === 0) return 'month-already-paid';
  return amountsOf(bill).includes(amountRupiah) ? null : 'amount-does-not-fit';
};
