import { plainBatch, type Ids } from '#libs/kernel';
import { attachFile, objectionToFile } from '../domain/claim/claim.evidence.js';
import type { EvidenceFile, EvidenceKind } from '../domain/claim/evidence.js';
import type { ClaimAnswer, ClaimCommand, Claims } from './claims.js';
import type { EvidenceFiles } from './evidence-files.js';
import type { Files } from './files.js';
import { onOwnClaim } from './own-claim.js';
import { reaches } from './regions.js';

/** A file that comes in as evidence of a kind. */
export type KeepFileCommand = ClaimCommand & {
  readonly kind: EvidenceKind;
  readonly mediaType: EvidenceFile['mediaType'];
  readonly bytes: AsyncIterable<Uint8Array>;
};

type AttachCommand = ClaimCommand & { readonly kind: EvidenceKind; readonly file: EvidenceFile };

const decide = onOwnClaim<AttachCommand>(({ kind, file }, claim, { recordedAt }) =>
  attachFile(kind, file, claim, recordedAt),
);

/** Keeps a scan or photograph with an open claim. */
export class KeepFileWithEvidence {
  constructor(
    private readonly claims: Claims,
    private readonly files: Files,
    private readonly evidenceFiles: EvidenceFiles,
    private readonly ids: Ids,
  ) {}

  /** The bytes are read only where the claim can take them; a file that it does not take in the end is removed again. */
  async handle({ bytes, mediaType, ...command }: KeepFileCommand): Promise<ClaimAnswer> {
    const refusal = await this.refusalOf(command);
    if (refusal) return refusal;
    const fileId = this.ids.next();
    await this.evidenceFiles.expect(fileId, command.claimId);
    const file = { fileId, mediaType, ...(await this.files.keep(fileId, bytes)) };
    let isTaken = false;
    try {
      const [answer] = await this.claims.change(plainBatch([{ ...command, file }]), decide);
      isTaken = answer!.kind === 'happened'; // a batch of one has one answer
      return answer!;
    } finally {
      if (!isTaken) await this.files.remove(fileId);
    }
  }

  private async refusalOf({ claimId, regions }: ClaimCommand): Promise<ClaimAnswer | null> {
    const claim = await this.claims.find(claimId);
    const isSeen = claim !== null && reaches(regions, claim.submission.residence);
    const reason = isSeen ? objectionToFile(claim) : 'not-found';
    return reason && { kind: 'refused', reason, claim };
  }
}
