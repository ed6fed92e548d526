import type { Batch, Reason } from '#libs/kernel';
import { decideClaim, type Deciding } from '../domain/claim/claim.decision.js';
import type { Policy } from '../domain/programmes/policy.js';
import type { ClaimAnswer, ClaimCommand, Claims } from './claims.js';
import { onOwnClaim } from './own-claim.js';

/** What an adjuster may give as the reason of a decision. */
export const REJECTION_REASONS = [
  'membership-unknown',
  'not-covered',
  'never-contributed',
  'savings-by-statement-alone',
  'waiting-months-missing',
  'benefit-already-granted',
  'before-registration',
  'membership-ended-before',
  'contribution-paid-after',
  'contribution-recorded-after',
  'contribution-not-yet-due',
  'covered-in-grace',
  'contribution-years-missing',
  'event-opens-no-scholarship',
  'granted-elsewhere',
  'child-birth-date-differs',
  'child-birth-date-known',
  'child-birth-date-forgotten',
  'inability-from-differs',
  'whole-sum-granted',
  'earlier-grant-not-reckoned',
  'diagnosed-late',
  'claim-lapsed',
  'reported-late',
  'outcome-told-late',
  'waiting-month-not-over',
  'age-not-reached',
  'membership-too-short',
  'pension-months-not-come',
  'nothing-due',
  'same-accident-claimed',
  'account-shared',
  'documents-missing',
  'event-not-insured',
  'claimant-not-entitled',
] as const satisfies readonly Reason[];
export type RejectionReason = (typeof REJECTION_REASONS)[number];

export type DecideClaimCommand = ClaimCommand & Omit<Deciding, 'decidedAt' | 'by'>;

const decideWith = (policy: Policy) =>
  onOwnClaim<DecideClaimCommand>(({ decision, reasons, amountRupiah, by }, claim, situation) => {
    const deciding = { decision, reasons, amountRupiah, by, decidedAt: situation.recordedAt };
    return decideClaim(deciding, claim, situation, policy);
  });

/** Approves or rejects claims that were checked. */
export class DecideClaimWhenChecked {
  constructor(
    private readonly claims: Claims,
    private readonly policy: Policy,
  ) {}

  handle(batch: Batch<DecideClaimCommand>): Promise<readonly ClaimAnswer[]> {
    return this.claims.change(batch, decideWith(this.policy));
  }
}
