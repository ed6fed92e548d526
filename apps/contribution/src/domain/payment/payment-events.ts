import type { Reason } from '#libs/kernel';
import type { Line } from './line.js';

/** A line that was not settled, and why; its money is owed. */
export interface UnsettledLine {
  readonly index: number;
  readonly reasons: readonly Reason[];
}

/** What this service tells the gateway of a payment, in order and numbered. */
export type PaymentResult =
  | {
      readonly type: 'PaymentAccepted';
      readonly contributions: readonly string[];
      /** Null for a payment without lines, and where nothing is left to be said of them. */
      readonly lines: readonly UnsettledLine[] | null;
    }
  | { readonly type: 'PaymentUnmatched'; readonly reasons: readonly Reason[] }
  | { readonly type: 'PaymentRefused'; readonly reasons: readonly Reason[] };

export type PaymentEvent =
  | PaymentResult
  /** Lines that came into another state: taken up, or reversed. */
  | { readonly type: 'LinesSettled'; readonly lines: readonly Line[] }
  | { readonly type: 'ContentRefused'; readonly contentHash: string };
