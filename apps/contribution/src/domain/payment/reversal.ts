import type { PaymentKey } from './line.js';

/** A gateway takes a payment back, or some lines of it. */
export interface Reversal extends PaymentKey {
  /** Instant, as the gateway stated it. */
  readonly reversedAt: string;
  readonly reason: string;
  /** Numbers of lines; null: all of them. */
  readonly lines: readonly number[] | null;
}

/** A reversal that came before its payment, and when that counted as recorded. */
export interface HeldReversal extends Reversal {
  readonly recordedAt: string;
}

const linesText = ({ lines }: Reversal) => (lines === null ? 'all' : lines.join());

/** Whether two reversals say the same: instants compare as instants. */
export const sameReversal = (a: Reversal, b: Reversal): boolean =>
  Date.parse(a.reversedAt) === Date.parse(b.reversedAt) &&
  a.reason === b.reason &&
  linesText(a) === linesText(b);
