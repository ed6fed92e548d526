import { happened, ignored, jakartaDay, refused, type Outcome, type Reason } from '#libs/kernel';
import type { Claim, ClaimEvent } from './claim.js';
import type { Evidence, EvidenceFile, EvidenceKind } from './evidence.js';

/** Papers come in until a claim is decided, and again once it is reopened. */
const isOpen = (claim: Claim): boolean => !('decision' in claim);

const knownOf = (claim: Claim, wanted: EvidenceKind): Evidence | undefined =>
  claim.evidence.find(({ kind }) => kind === wanted);

/** Keeps a document or finding with an open claim; the last one of a kind holds, and a file that came with it stays. */
export const recordEvidence = (stated: Evidence, claim: Claim): Outcome<ClaimEvent> => {
  if (!isOpen(claim)) return refused('claim-not-open');
  const known = knownOf(claim, stated.kind);
  if (known?.receivedOn === stated.receivedOn && known.note === stated.note)
    return ignored('already-answered');
  const evidence = known?.file ? { ...stated, file: known.file } : stated;
  return happened({ type: 'evidence-recorded', evidence });
};

/** Why the claim takes no file now; null when it does. */
export const objectionToFile = (claim: Claim): Reason | null => (isOpen(claim) ? null : 'claim-not-open');

/**
 * Keeps a file with an open claim: with what is there of the kind, else as what came in that day. The same file again
 * changes nothing; another one takes its place.
 */
export const attachFile = (
  kind: EvidenceKind,
  file: EvidenceFile,
  claim: Claim,
  recordedAt: string,
): Outcome<ClaimEvent> => {
  const objection = objectionToFile(claim);
  if (objection) return refused(objection);
  const known = knownOf(claim, kind);
  if (known?.file?.sha256 === file.sha256) return ignored('already-answered');
  const evidence = known ?? { kind, receivedOn: jakartaDay(recordedAt), note: null };
  return happened({ type: 'evidence-recorded', evidence: { ...evidence, file } });
};
