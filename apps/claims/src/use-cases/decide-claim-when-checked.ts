import type { Batch, Reason } from '#libs/kernel';
import { decideClaim, type Deciding } from '../domain/claim/claim.decision.js';
import type { ClaimAnswer, ClaimCommand, Claims } from './claims.js';
import { onOwnClaim } from './own-claim.js';

/** What an adjuster may give as the reason of a rejection. */
export const REJECTION_REASONS = [
  'membership-unknown',
  'not-covered',
  'never-contributed',
  'waiting-months-missing',
  'benefit-already-granted',
  'contribution-paid-after',
  'documents-missing',
  'event-not-insured',
  'claimant-not-entitled',
] as const satisfies readonly Reason[];
export type RejectionReason = (typeof REJECTION_REASONS)[number];

export type DecideClaimCommand = ClaimCommand & Omit<Deciding, 'decidedAt'>;

const decide = onOwnClaim<DecideClaimCommand>(({ decision, reasons, amountRupiah }, claim, situation) =>
  decideClaim({ decision, reasons, amountRupiah, decidedAt: situation.recordedAt }, claim, situation),
);

/** Approves or rejects claims that were checked. */
export class DecideClaimWhenChecked {
  constructor(private readonly claims: Claims) {}

  handle(batch: Batch<DecideClaimCommand>): Promise<readonly ClaimAnswer[]> {
    return this.claims.change(batch, decide);
  }
}
