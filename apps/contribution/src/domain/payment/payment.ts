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
  counts.accepted + counts.unmatched + counts.refused + counts.reversed;

/** How many of the lines are in which state. */
export const countLines = (lines: readonly Line[]): LineCounts => {
  const counts = { accepted: 0, unmatched: 0, refused: 0, reversed: 0 };
  for (const { state } of lines) counts[state.status] += 1;
  return counts;
};

/** What is to be said of the whole payment. */
export const statusOf = ({ counts }: Pick<Payment, 'counts'>): LineState['status'] => {
  if (counts.accepted > 0) return 'accepted';
  if (counts.unmatched > 0) return 'unmatched';
  return counts.refused > 0 ? 'refused' : 'reversed';
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
