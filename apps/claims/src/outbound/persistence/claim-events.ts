import {
  benefitPaid,
  benefitReturned,
  claimDecided,
  claimSubmitted,
  newEvent,
  type Cause,
  type EventContract,
  type NewEvent,
} from '#libs/contracts';
import { assertNever, type Reason } from '#libs/kernel';
import type { ClaimEvent, Dossier, Submission } from '../../domain/claim/claim.js';
import { settles } from '../../domain/programmes/jht/settles.js';

/** What stays the same for all that one command publishes. */
export interface Publication {
  readonly sequence: number;
  readonly eventId: string;
  readonly recordedAt: string;
  readonly cause: Cause;
}

type Publish = (publication: Publication) => NewEvent;

const publish =
  <Payload extends object>(contract: EventContract<string, Payload>, data: Payload): Publish =>
  (publication) =>
    newEvent(contract, data, publication);

/** Neither the description nor what the cause was goes out: that is health data. */
const submitted = ({
  description: _description,
  diagnosedOn: _diagnosedOn,
  isRoadAccident: _isRoadAccident,
  contentHash: _contentHash,
  ...claim
}: Submission): Publish => publish(claimSubmitted, claim);

/** That a disease was claimed for is health data: outside, its limit is one of time like any other. */
const told = (reasons: readonly Reason[]): Reason[] => [
  ...new Set(reasons.map((reason) => (reason === 'diagnosed-late' ? 'claim-lapsed' : reason))),
];

const decided = (
  event: ClaimEvent & { type: 'claim-decided' },
  { submission: { claimId, personId, occurredOn }, findings }: Dossier,
): Publish => {
  const { decision, reasons, amountRupiah, decidedAt } = event.decision;
  const howMuch = decision === 'approved' ? settles(findings, occurredOn) : null;
  return publish(claimDecided, {
    claimId,
    personId,
    decision,
    reasons: told(reasons),
    amount: amountRupiah,
    decidedAt,
    ...(howMuch && { settles: howMuch }),
  });
};

const paid = (
  { disbursementId, amountRupiah, paidAt }: ClaimEvent & { type: 'benefit-paid' },
  { submission: { claimId, personId, programme, benefit, residence } }: Dossier,
): Publish =>
  publish(benefitPaid, {
    claimId,
    disbursementId,
    personId,
    programme,
    benefit,
    amount: amountRupiah,
    paidAt,
    residence,
  });

/**
 * What the topic is told of an event about the claim; null when that is nothing. What was said about the claimant's
 * health is not in any of it: neither the description, the evidence nor the findings; of savings, whether all are paid out.
 */
export const publicationOf = (event: ClaimEvent, dossier: Dossier): Publish | null => {
  const { claimId, personId, programme } = dossier.submission;
  switch (event.type) {
    case 'claim-submitted':
      return submitted(event.submission);
    case 'claim-decided':
      return decided(event, dossier);
    case 'benefit-paid':
      return paid(event, dossier);
    case 'benefit-returned': {
      const { disbursementId, amountRupiah: amount, returnedAt, reason } = event;
      return publish(benefitReturned, {
        claimId,
        disbursementId,
        personId,
        programme,
        amount,
        returnedAt,
        reason,
      });
    }
    case 'evidence-recorded':
    case 'findings-recorded':
    case 'account-recorded':
    case 'account-correction-proposed':
    case 'account-corrected':
    case 'claim-checked':
    case 'approval-proposed':
    case 'claim-reopened':
    case 'claim-closed':
    case 'disbursement-ordered':
    case 'disbursement-sent':
    case 'disbursement-asked':
    case 'disbursement-unsent':
    case 'disbursement-withdrawn':
    case 'disbursement-accepted':
    case 'disbursement-failed':
      return null;
    default:
      return assertNever(event);
  }
};
