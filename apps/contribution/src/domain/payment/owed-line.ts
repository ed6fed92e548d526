import { happened, ignored, refused, type Month, type Outcome } from '#libs/kernel';
import type { Book } from '../book/book.js';
import { refunded, takenUp } from '../ledger/ledger.js';
import { later } from '../recorded.js';
import type { Line, PaymentKey } from './line.js';
import { isPayable } from './payee.js';
import type { Payment } from './payment.js';
import { laterResults } from './results.js';
import { settleLineFor, type Occasion } from './settle-line.js';

/** A line whose money is owed to its payer. */
export interface OwedLineKey extends PaymentKey {
  readonly index: number;
}

/** Whom somebody has found out to be meant, and for which months; null: to be counted. */
export interface Match {
  readonly membershipId: string;
  readonly months: readonly Month[] | null;
}

export type OwedLineEvent = { readonly type: 'LineMatched' | 'LineRefunded' };

type Found = { readonly payment: Payment; readonly line: Line };

const find = (book: Book, key: OwedLineKey): Found | null => {
  const payment = book.payments.get(key);
  const line = payment?.lines.get(key.index);
  return payment && line ? { payment, line } : null;
};

const isOwed = ({ state }: Line) => state.status === 'unmatched' || state.status === 'refused';

const record = (book: Book, { payment }: Found, line: Line, at: string): void => {
  book.recordPayment(payment, { type: 'LinesSettled', lines: [line] }, at);
  const { counts } = book.payments.get(payment)!;
  for (const result of laterResults(line, counts)) book.recordPayment(payment, result, at);
};

/** Lets the money of a line pay for the membership that is meant; what does not fit stays owed. */
export const matchOwedLine = (
  book: Book,
  key: OwedLineKey,
  { membershipId, months }: Match,
  occasion: Occasion,
): Outcome<OwedLineEvent> => {
  const found = find(book, key);
  if (!found) return refused('not-found');
  const { payment, line } = found;
  const { state } = line;
  if (state.status === 'accepted' && state.membershipId === membershipId) return ignored('already-answered');
  if (!isOwed(line)) return refused('not-owed');
  const account = book.accounts.get(membershipId);
  if (!isPayable(account)) return refused('membership-unknown');
  const at = later(occasion.at, payment.recordedAt);
  const settled = settleLineFor(account, book, payment, { ...line, months }, { ...occasion, at });
  if (settled.state.status === 'refused') return refused(settled.state.reason);
  record(book, found, settled, at);
  book.post(takenUp(payment, settled), at);
  return happened({ type: 'LineMatched' });
};

/** Sets the money of a line aside to be sent back to its payer. */
export const refundOwedLine = (book: Book, key: OwedLineKey, at: string): Outcome<OwedLineEvent> => {
  const found = find(book, key);
  if (!found) return refused('not-found');
  const { payment, line } = found;
  if (line.state.status === 'refunded') return ignored('already-answered');
  if (!isOwed(line)) return refused('not-owed');
  const recordedAt = later(at, payment.recordedAt);
  const payee = { ...line.payee, nikToken: null };
  const after: Line = { ...line, payee, state: { status: 'refunded', refundedAt: recordedAt } };
  book.recordPayment(payment, { type: 'LinesSettled', lines: [after] }, recordedAt);
  book.post(refunded(payment, after), recordedAt);
  return happened({ type: 'LineRefunded' });
};
