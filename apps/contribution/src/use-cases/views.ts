import type { Day, Month, PaymentMethod, Reason } from '#libs/kernel';
import type { Payer } from '../domain/account/account-events.js';
import type { LateFees } from '../domain/account/late-fees.js';
import type { Amounts } from '../domain/rates/amounts.js';
import type { LineState, PaymentKey } from '../domain/payment/line.js';

export type LineStatus = LineState['status'];

/** What became of one line of a payment. */
export interface LineView {
  readonly index: number;
  readonly status: LineStatus;
  readonly reason: Reason | null;
  readonly amountRupiah: number;
  readonly contributionIds: readonly string[];
  readonly lateFees: LateFees;
}

/** What became of a payment. */
export interface PaymentView extends PaymentKey {
  readonly status: LineStatus;
  readonly method: PaymentMethod;
  readonly amountRupiah: number;
  readonly settledAt: string;
  readonly recordedAt: string;
  readonly lines: readonly LineView[];
}

/** Money that is owed to a payer: a line that waits, or was refused. */
export interface OwedLine extends PaymentKey {
  readonly index: number;
  readonly status: 'unmatched' | 'refused';
  readonly reason: Reason;
  readonly amountRupiah: number;
  readonly paymentCode: string | null;
  readonly payer: Payer;
  readonly settledAt: string;
}

/** Which owed lines are asked for. */
export interface OwedAsked {
  /** From behind this place on; null: from the first one. */
  readonly after: { readonly key: PaymentKey; readonly index: number } | null;
  /** Null: whatever the reason. */
  readonly reason: string | null;
}

/** Something that was paid for a membership. */
export interface StatementEntry extends PaymentKey {
  readonly contributionId: string;
  readonly months: readonly Month[];
  readonly from: Day;
  readonly through: Day;
  readonly amountRupiah: number;
  readonly amounts: Amounts;
  readonly payer: Payer;
  readonly paidAt: string;
  /** Null while it holds. */
  readonly reversedAt: string | null;
}

/** What was paid for a membership, by whom, for which months; the oldest cover first. */
export interface Statement {
  readonly membershipId: string;
  readonly residence: string | null;
  /** Left from months that were paid late. */
  readonly lateFeesOwedRupiah: number;
  readonly entries: readonly StatementEntry[];
}

/** What can be asked of the books. */
export abstract class Views {
  abstract payment(key: PaymentKey): Promise<PaymentView | null>;
  abstract statement(membershipId: string): Promise<Statement | null>;
  /** Owed lines in the order of gateway, payment and line. */
  abstract owed(asked: OwedAsked, limit: number): Promise<readonly OwedLine[]>;
}
