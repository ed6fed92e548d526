import type { Benefit, Day, Programme, Reason } from '#libs/kernel';
import type { CalculationLine } from './amounts.js';
import type { Check } from './check.js';
import type { Disbursement } from './disbursement.js';
import { evolveDisbursements, statusAfter, type DisbursementEvent } from './disbursement.js';

/** What was claimed: one benefit, for one event. */
export interface Submission {
  readonly claimId: string;
  readonly personId: string;
  readonly membershipId: string;
  readonly programme: Programme;
  readonly benefit: Benefit;
  /** The day of the accident, the death, the end of work … */
  readonly occurredOn: Day;
  readonly submittedAt: string;
  /** Region code; null: unmapped. */
  readonly residence: string | null;
  /** In the claimant's words; may hold health data and never leaves this service. */
  readonly description: string | null;
  /** Digest of what was sent, by which a repeat is told from another claim with the same id. */
  readonly contentHash: string;
}

/** A document or finding; its note may hold health data and never leaves this service. */
export interface Evidence {
  readonly kind: string;
  readonly receivedOn: Day;
  readonly note: string | null;
}

export interface Decision {
  readonly decision: 'approved' | 'rejected';
  readonly reasons: readonly Reason[];
  /** Nought when rejected. */
  readonly amountRupiah: number;
  readonly calculation: readonly CalculationLine[];
  readonly decidedAt: string;
}

type Situation =
  | { readonly status: 'submitted' }
  | { readonly status: 'checked'; readonly check: Check }
  | { readonly status: 'rejected'; readonly check: Check; readonly decision: Decision }
  | {
      readonly status: 'approved' | 'disbursed' | 'paid' | 'returned';
      readonly check: Check;
      readonly decision: Decision;
      /** In order; only after one was returned is there another. */
      readonly disbursements: readonly Disbursement[];
    };

export type Claim = { readonly submission: Submission; readonly evidence: readonly Evidence[] } & Situation;

export type ClaimEvent =
  | { readonly type: 'claim-submitted'; readonly submission: Submission }
  | { readonly type: 'evidence-recorded'; readonly evidence: Evidence }
  | { readonly type: 'claim-checked'; readonly check: Check }
  | { readonly type: 'claim-decided'; readonly check: Check; readonly decision: Decision }
  | DisbursementEvent;

const withEvidence = (claim: Claim, evidence: Evidence): Claim => ({
  ...claim,
  evidence: [...claim.evidence.filter(({ kind }) => kind !== evidence.kind), evidence],
});

const decided = ({ submission, evidence }: Claim, check: Check, decision: Decision): Claim => {
  const base = { submission, evidence, check, decision };
  return decision.decision === 'approved'
    ? { ...base, status: 'approved', disbursements: [] }
    : { ...base, status: 'rejected' };
};

const disbursed = (claim: Claim, event: DisbursementEvent): Claim => {
  if (!('disbursements' in claim)) return claim;
  const disbursements = evolveDisbursements(claim.disbursements, event);
  return { ...claim, disbursements, status: statusAfter(disbursements) };
};

const evolveKnown = (claim: Claim, event: Exclude<ClaimEvent, { type: 'claim-submitted' }>): Claim => {
  switch (event.type) {
    case 'evidence-recorded':
      return withEvidence(claim, event.evidence);
    case 'claim-checked':
      return {
        submission: claim.submission,
        evidence: claim.evidence,
        status: 'checked',
        check: event.check,
      };
    case 'claim-decided':
      return decided(claim, event.check, event.decision);
    default:
      return disbursed(claim, event);
  }
};

/** The claim after one more event; null is the claim that does not exist yet. */
export const evolveClaim = (claim: Claim | null, event: ClaimEvent): Claim | null => {
  if (event.type === 'claim-submitted')
    return { submission: event.submission, evidence: [], status: 'submitted' };
  return claim === null ? null : evolveKnown(claim, event);
};

/** Whether the benefit was granted, paid or not. */
export const isGranted = (claim: Claim): boolean => 'disbursements' in claim;
