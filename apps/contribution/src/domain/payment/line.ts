import type { Month, Reason } from '#libs/kernel';
import type { Contribution } from '../account/contribution.js';
import type { LateFees } from '../account/late-fees.js';

/** A gateway's own number for a payment; with the gateway's name it is the payment's identity. */
export interface PaymentKey {
  readonly gateway: string;
  readonly paymentId: string;
}

/** One text for a payment's identity; a gateway's name has no space. */
export const keyText = ({ gateway, paymentId }: PaymentKey): string => `${gateway} ${paymentId}`;

/** Who is paid for, as the gateway said it; a NIK is known by its token only. */
export interface Payee {
  readonly paymentCode: string | null;
  readonly nikToken: string | null;
}

/** A part of a payment for one membership, as asked; a payment without lines has one, number 0. */
export interface AskedLine {
  readonly index: number;
  readonly payee: Payee;
  readonly months: readonly Month[] | null;
  readonly amountRupiah: number;
}

/** What became of a line. Money of a line that was refused or is unmatched is owed to the payer. */
export type LineState =
  | {
      readonly status: 'accepted';
      readonly membershipId: string;
      readonly contributions: readonly Contribution[];
      readonly lateFees: LateFees;
    }
  | { readonly status: 'unmatched'; readonly reason: Reason }
  | { readonly status: 'refused'; readonly reason: Reason }
  /** It was owed, and is set aside to be sent back to the payer. */
  | { readonly status: 'refunded'; readonly refundedAt: string }
  | {
      readonly status: 'reversed';
      /** Null where nothing had been settled. */
      readonly membershipId: string | null;
      readonly contributions: readonly Contribution[];
      readonly reversedAt: string;
    };

export type Line = AskedLine & { readonly state: LineState };
