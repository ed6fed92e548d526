import { refused, type Batch, type Outcome } from '#libs/kernel';
import { submitClaim } from '../domain/claim/claim.decide.js';
import type { Claim, ClaimEvent, Submission } from '../domain/claim/claim.js';
import type { EvidenceKind } from '../domain/claim/evidence.js';
import type { ClaimAnswer, ClaimCommand, Claims, ClaimSituation } from './claims.js';
import { reaches } from './regions.js';

/** A claim as it was sent. The membership says whose it is; a person that is stated as well must be that one. */
export type SubmitClaimCommand = ClaimCommand &
  Omit<Submission, 'personId' | 'submittedAt'> & {
    readonly membershipId: string;
    readonly personId: string | null;
    /** The documents that were handed in with it. */
    readonly documents: readonly EvidenceKind[];
  };

const submissionOf = (command: SubmitClaimCommand, personId: string, submittedAt: string): Submission => ({
  claimId: command.claimId,
  personId,
  membershipId: command.membershipId,
  programme: command.programme,
  benefit: command.benefit,
  occurredOn: command.occurredOn,
  ...(command.isRoadAccident && { isRoadAccident: true }),
  ...(command.diagnosedOn && { diagnosedOn: command.diagnosedOn }),
  submittedAt,
  residence: command.residence,
  description: command.description,
  contentHash: command.contentHash,
});

const residenceIn = (outcome: Outcome<ClaimEvent>, claim: Claim | null): string | null => {
  if (outcome.kind !== 'happened') return claim?.submission.residence ?? null;
  const [event] = outcome.events;
  return event.type === 'claim-submitted' ? event.submission.residence : null;
};

const decide = (command: SubmitClaimCommand, situation: ClaimSituation): Outcome<ClaimEvent> => {
  const { claim, cover, personId, recordedAt } = situation;
  const isOther = claim === null && command.personId !== null && command.personId !== personId;
  if (personId === null || isOther) return refused('membership-unknown');
  const outcome = submitClaim(submissionOf(command, personId, recordedAt), command.documents, claim, cover);
  const isSeen = outcome.kind === 'refused' || reaches(command.regions, residenceIn(outcome, claim));
  return isSeen ? outcome : refused('outside-regions');
};

/** Takes claims in. Each sender may claim for persons of its own regions. */
export class SubmitClaim {
  constructor(private readonly claims: Claims) {}

  handle(batch: Batch<SubmitClaimCommand>): Promise<readonly ClaimAnswer[]> {
    return this.claims.change(batch, decide);
  }
}
