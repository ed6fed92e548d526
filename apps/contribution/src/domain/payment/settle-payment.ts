import { happened, ignored, type Outcome, type PaymentMethod, type Reason } from '#libs/kernel';
import type { Payer } from '../account/account-events.js';
import type { Book } from '../book/book.js';
import { received } from '../ledger/ledger.js';
import { later } from '../recorded.js';
import type { PaymentResult } from './payment-events.js';
import { countLines, type Payment } from './payment.js';
import type { AskedLine, Line, PaymentKey } from './line.js';
import { firstResults } from './results.js';
import { carryOut } from './reverse-payment.js';
import { refusedLine, settleLine, type Occasion } from './settle-line.js';

/** A payment as the gateway states it. */
export interface AskedPayment extends PaymentKey {
  readonly contentHash: string;
  readonly method: PaymentMethod;
  readonly amountRupiah: number;
  readonly settledAt: string;
  readonly payer: Payer;
  /** One line, number 0, for a payment that names none. */
  readonly lines: readonly AskedLine[];
  readonly namesLines: boolean;
}

/** What became of a payment, with what is told to its gateway; a repeat tells nothing new. */
export type PaymentAnswer = Outcome<PaymentResult>;

/**
 * Settles a payment: each line by itself, then the money is posted and the gateway told. The same content again changes
 * nothing; other content under the same number is refused, once, and moves no money, since the number says that it is
 * the payment whose money is in the books already. Reversals that came earlier are carried out at once.
 */
export const settlePayment = (book: Book, asked: AskedPayment, occasion: Occasion): PaymentAnswer => {
  const known = book.payments.get(asked);
  if (known) return again(book, known, asked.contentHash, occasion.at);
  const lines = settleAll(book, asked, occasion);
  book.payments.put(opened(asked, lines), lines);
  book.post(received(asked, lines), occasion.at);
  const results = firstResults(lines, asked.namesLines);
  for (const result of results) book.recordPayment(asked, result, occasion.at);
  for (const reversal of book.held.release(asked)) {
    carryOut(book, reversal, later(occasion.at, reversal.recordedAt));
  }
  const [first, ...rest] = results;
  return happened(first!, ...rest); // a payment has at least one line, and so a result
};

const again = (book: Book, known: Payment, contentHash: string, at: string): PaymentAnswer => {
  if (known.contentHash === contentHash) return ignored('already-answered');
  if (known.refusedHashes.includes(contentHash)) return ignored('payment-id-reused');
  const result = { type: 'PaymentRefused', reasons: ['payment-id-reused'] } as const;
  book.recordPayment(known, { type: 'ContentRefused', contentHash }, at);
  book.recordPayment(known, result, at);
  return happened(result);
};

const settleAll = (book: Book, asked: AskedPayment, occasion: Occasion): Line[] => {
  const sum = asked.lines.reduce((rupiah, { amountRupiah }) => rupiah + amountRupiah, 0);
  if (sum !== asked.amountRupiah) return [wholly(asked, 'lines-sum-differs')];
  return asked.lines.map((line) => settleLine(book, asked, line, occasion));
};

/** Where the lines cannot be trusted, the payment stands as one line. */
const wholly = ({ amountRupiah }: AskedPayment, reason: Reason): Line =>
  refusedLine({ index: 0, payee: { paymentCode: null, nikToken: null }, months: null, amountRupiah }, reason);

const opened = (
  { lines: _lines, namesLines: _namesLines, ...asked }: AskedPayment,
  lines: readonly Line[],
): Payment => ({
  ...asked,
  refusedHashes: [],
  counts: countLines(lines),
  lines: new Map(lines.map((line) => [line.index, line])),
  sequence: 0,
  recordedAt: '',
});
