import { assertNever, type PaymentMethod } from '#libs/kernel';
import type { Payer } from '../account/account-events.js';
import type { Line, LineState, PaymentKey } from './line.js';
import type { PaymentEvent } from './payment-events.js';

export type LineCounts = Readonly<Record<LineState['status'], number>>;

/** Money that a gateway received, and what became of it. */
export interface Payment extends PaymentKey {
  /** A keyed hash of the content, to tell a repeat from another payment under the same number. */
  readonly contentHash: string;
  /** Hashes of other contents that came under the same number and were refused. */
  readonly refusedHashes: readonly string[];
  readonly method: PaymentMethod;
  readonly amountRupiah: number;
  readonly settledAt: string;
  readonly payer: Payer;
  readonly counts: LineCounts;
  /** The lines that are at hand, by number; the counts are of all. */
  readonly lines: ReadonlyMap<number, Line>;
  /** The last result that was published, and when it was recorded. */
  readonly sequence: number;
  readonly recordedAt: string;
}

/** How many lines a payment has. */
export const lineCount = ({ counts }: Pick<Payment, 'counts'>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

/** How many of the lines are in which state. */
export const countLines = (lines: readonly Line[]): LineCounts => {
  const counts = { accepted: 0, unmatched: 0, refused: 0, refunded: 0, reversed: 0 };
  for (const { state } of lines) counts[state.status] += 1;
  return counts;
};

/** The first of these that one of the lines is in is said of the whole payment. */
const IN_ORDER = ['accepted', 'unmatched', 'refused', 'refunded'] as const;

/** What is to be said of the whole payment. */
export const statusOf = ({ counts }: Pick<Payment, 'counts'>): LineState['status'] => {
  return IN_ORDER.find((status) => counts[status] > 0) ?? 'reversed';
};

/** The payment after the event. */
export const evolvePayment = (payment: Payment, event: PaymentEvent): Payment => {
  switch (event.type) {
    case 'LinesSettled':
      return withLines(payment, event.lines);
    case 'ContentRefused':
      return { ...payment, refusedHashes: [...payment.refusedHashes, event.contentHash] };
    case 'PaymentAccepted':
    case 'PaymentUnmatched':
    case 'PaymentRefused':
      return payment;
    default:
      return assertNever(event);
  }
};

const withLines = (payment: Payment, settled: readonly Line[]): Payment => {
  const counts = { ...payment.counts };
  const lines = new Map(payment.lines);
  for (const line of settled) {
    counts[lines.get(line.index)!.state.status] -= 1;
    counts[line.state.status] += 1;
    lines.set(line.index, line);
  }
  return { ...payment, counts, lines };
};
