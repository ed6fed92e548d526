import type { EvidenceFile, EvidenceKind } from '../domain/claim/evidence.js';
import type { Files } from './files.js';
import type { LookUpClaims } from './look-up-claims.js';
import type { Regions } from './regions.js';

/** A file with its bytes as they are read. */
export type OpenedFile = EvidenceFile & { readonly content: AsyncIterable<Uint8Array> };

/** Shows files to those who may see the claim. */
export class ShowFileOfEvidence {
  constructor(
    private readonly lookUpClaims: LookUpClaims,
    private readonly files: Files,
  ) {}

  /** The last file of the kind; null when there is none, no such claim, or the regions do not reach it. */
  async find(claimId: string, kind: EvidenceKind, regions: Regions): Promise<OpenedFile | null> {
    const claim = await this.lookUpClaims.one(claimId, regions);
    const file = claim?.evidence.find((one) => one.kind === kind)?.file ?? null;
    const content = file && (await this.files.open(file.fileId));
    return file && content && { ...file, content };
  }
}
