import type { Benefit, Day, Programme, Reason } from '#libs/kernel';
import type { CalculationLine } from '../programmes/calculation.js';
import type { Findings } from '../programmes/findings.js';
import type { AccountCorrection } from './account-correction.js';
import type { Check } from './check.js';
import type { Disbursement } from './disbursement.js';
import { papersOf, type Evidence, type Papers } from './evidence.js';
import { evolveDisbursements, type DisbursementEvent } from './disbursement.js';
import { statusAfter } from './disbursement.order.js';

/** What was claimed: one benefit, for one event. */
export interface Submission {
  readonly claimId: string;
  readonly personId: string;
  readonly membershipId: string;
  readonly programme: Programme;
  readonly benefit: Benefit;
  /** The day of the accident, the death, the end of work …; of a disease the last day of the work that caused it. */
  readonly occurredOn: Day;
  /** When an occupational disease was diagnosed: health data. Absent or null: it was none. */
  readonly diagnosedOn?: Day | null;
  /** Of JKK: whether it happened in traffic, which the police or the traffic insurer has to confirm. */
  readonly isRoadAccident?: boolean;
  readonly submittedAt: string;
  /** Region code; null: unmapped. */
  readonly residence: string | null;
  /** In the claimant's words; may hold health data and never leaves this service. */
  readonly description: string | null;
  /** Digest of what was sent, by which a repeat is told from another claim with the same id. */
  readonly contentHash: string;
}

export interface Decision {
  readonly decision: 'approved' | 'rejected';
  readonly reasons: readonly Reason[];
  /** Nought when rejected. */
  readonly amountRupiah: number;
  readonly calculation: readonly CalculationLine[];
  readonly decidedAt: string;
  /** Who decided, as their token says. */
  readonly by: string;
  /** Who approved first, where two have to. */
  readonly proposedBy: string | null;
}

type Situation =
  | Papers
  | { readonly status: 'checked'; readonly check: Check }
  /** Approved by one person, and by its amount waiting for a second one. */
  | { readonly status: 'proposed'; readonly check: Check; readonly proposal: Decision }
  | { readonly status: 'rejected'; readonly check: Check; readonly decision: Decision }
  | {
      readonly status: 'approved' | 'disbursing' | 'paid' | 'returned';
      readonly check: Check;
      readonly decision: Decision;
      /** In order; only after one came to nothing is there another. */
      readonly disbursements: readonly Disbursement[];
      /** Another account, stated by one person, where by the amount a second one has to confirm it. */
      readonly correction?: AccountCorrection;
    }
  /** Nothing more is expected; money may still come back, and a rejection may be appealed against. */
  | {
      readonly status: 'closed';
      readonly check: Check;
      readonly decision: Decision;
      readonly disbursements: readonly Disbursement[];
    };

/** What is kept of a claim wherever it stands. */
export interface Dossier {
  readonly submission: Submission;
  readonly evidence: readonly Evidence[];
  /** What the benefit is computed from, where papers have to show it; null: not recorded. */
  readonly findings: Findings | null;
  /** Of a grant to a person who was erased: what of the findings says that it is not granted again. */
  readonly grantedFor?: Findings | null;
  /** Stands for the bank account that the benefit goes to, the same for the same account; null: not recorded. */
  readonly accountToken: string | null;
}

export type Claim = Dossier & Situation;

export type { Evidence } from './evidence.js';

export type ClaimEvent =
  | { readonly type: 'claim-submitted'; readonly submission: Submission }
  | { readonly type: 'evidence-recorded'; readonly evidence: Evidence }
  | { readonly type: 'findings-recorded'; readonly findings: Findings }
  | { readonly type: 'account-recorded'; readonly accountToken: string }
  | { readonly type: 'account-correction-proposed'; readonly correction: AccountCorrection }
  | { readonly type: 'account-corrected'; readonly correction: AccountCorrection }
  | { readonly type: 'claim-checked'; readonly check: Check }
  | { readonly type: 'approval-proposed'; readonly check: Check; readonly proposal: Decision }
  | { readonly type: 'claim-decided'; readonly check: Check; readonly decision: Decision }
  | { readonly type: 'claim-reopened'; readonly why: string }
  | { readonly type: 'claim-closed' }
  | DisbursementEvent;

const dossierOf = ({ submission, evidence, findings, grantedFor, accountToken }: Claim): Dossier => ({
  submission,
  evidence,
  findings,
  ...(grantedFor && { grantedFor }),
  accountToken,
});

/** A claim that nobody has checked, as its papers are. */
const unchecked = (dossier: Dossier): Claim => ({
  ...dossier,
  ...papersOf({ ...dossier.submission, findings: dossier.findings, amountRupiah: null }, dossier.evidence),
});

const withEvidence = (claim: Claim, evidence: Evidence): Claim => {
  const all = [...claim.evidence.filter(({ kind }) => kind !== evidence.kind), evidence];
  return 'check' in claim ? { ...claim, evidence: all } : unchecked({ ...dossierOf(claim), evidence: all });
};

const withFindings = (claim: Claim, findings: Findings): Claim =>
  'check' in claim ? { ...claim, findings } : unchecked({ ...dossierOf(claim), findings });

/** Who approved first did so for the account of then: the claim is to be approved anew. */
const withAccount = (claim: Claim, accountToken: string): Claim =>
  claim.status === 'proposed'
    ? { ...dossierOf(claim), accountToken, status: 'checked', check: claim.check }
    : { ...claim, accountToken };

const decided = (claim: Claim, check: Check, decision: Decision): Claim => {
  const base = { ...dossierOf(claim), check, decision };
  return decision.decision === 'approved'
    ? { ...base, status: 'approved', disbursements: [] }
    : { ...base, status: 'rejected' };
};

const disbursed = (claim: Claim, event: DisbursementEvent): Claim => {
  if (!('disbursements' in claim)) return claim;
  const disbursements = evolveDisbursements(claim.disbursements, event);
  return { ...claim, disbursements, status: statusAfter(disbursements) };
};

const proposed = (claim: Claim, correction: AccountCorrection): Claim =>
  'disbursements' in claim && claim.status !== 'closed' ? { ...claim, correction } : claim;

const corrected = (claim: Claim, { accountToken }: AccountCorrection): Claim => {
  if (!('disbursements' in claim) || claim.status === 'closed') return claim;
  const { correction: _confirmed, ...rest } = claim;
  return { ...rest, accountToken };
};

const closed = (claim: Claim): Claim => {
  if (!('decision' in claim)) return claim;
  const disbursements = 'disbursements' in claim ? claim.disbursements : [];
  const { check, decision } = claim;
  return { ...dossierOf(claim), status: 'closed', check, decision, disbursements };
};

const evolveKnown = (claim: Claim, event: Exclude<ClaimEvent, { type: 'claim-submitted' }>): Claim => {
  switch (event.type) {
    case 'evidence-recorded':
      return withEvidence(claim, event.evidence);
    case 'findings-recorded':
      return withFindings(claim, event.findings);
    case 'account-recorded':
      return withAccount(claim, event.accountToken);
    case 'account-correction-proposed':
      return proposed(claim, event.correction);
    case 'account-corrected':
      return corrected(claim, event.correction);
    case 'claim-checked':
      return { ...dossierOf(claim), status: 'checked', check: event.check };
    case 'approval-proposed':
      return { ...dossierOf(claim), status: 'proposed', check: event.check, proposal: event.proposal };
    case 'claim-decided':
      return decided(claim, event.check, event.decision);
    case 'claim-reopened':
      return unchecked(dossierOf(claim));
    case 'claim-closed':
      return closed(claim);
    default:
      return disbursed(claim, event);
  }
};

/** The claim after one more event; null is the claim that does not exist yet. */
export const evolveClaim = (claim: Claim | null, event: ClaimEvent): Claim | null => {
  if (event.type === 'claim-submitted')
    return {
      submission: event.submission,
      evidence: [],
      findings: null,
      accountToken: null,
      status: 'submitted',
    };
  return claim === null ? null : evolveKnown(claim, event);
};
