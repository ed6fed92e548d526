import type { Book } from '../book/book.js';
import type { LineOfPayment } from '../book/payment-shelf.js';
import { takenUp } from '../ledger/ledger.js';
import { later } from '../recorded.js';
import { laterResults } from './results.js';
import { settleLine, type Occasion } from './settle-line.js';

/** Money that waited for a membership is settled now that it is known: what was settled first at the gateway goes first. */
export const takeUpFor = (book: Book, membershipId: string, occasion: Occasion): void => {
  const { identity, membership } = book.accounts.get(membershipId);
  if (membership === null) return;
  for (const waiting of book.payments.waitingFor(identity).sort(settledFirst))
    takeUp(book, waiting, occasion);
};

const takeUp = (book: Book, { payment, line }: LineOfPayment, occasion: Occasion): void => {
  const at = later(occasion.at, payment.recordedAt); // in a story, the payment may be the later one
  const settled = settleLine(book, payment, line, { ...occasion, at });
  if (settled.state.status === 'unmatched') return;
  book.recordPayment(payment, { type: 'LinesSettled', lines: [settled] }, at);
  if (settled.state.status === 'accepted') book.post(takenUp(payment, settled), at);
  const { counts } = book.payments.get(payment)!;
  for (const result of laterResults(settled, counts)) book.recordPayment(payment, result, at);
};

const settledFirst = (a: LineOfPayment, b: LineOfPayment): number =>
  Date.parse(a.payment.settledAt) - Date.parse(b.payment.settledAt) ||
  a.payment.gateway.localeCompare(b.payment.gateway) ||
  a.payment.paymentId.localeCompare(b.payment.paymentId) ||
  a.line.index - b.line.index;
