/** A file that was kept, and whether its claim has it. */
export interface LookedAtFile {
  readonly fileId: string;
  readonly isOfClaim: boolean;
}

/** Which files there should be: those that a claim has, and for a while those that one may be about to take. */
export abstract class EvidenceFiles {
  /** Notes that bytes will be kept for the claim; its files are looked at later, since this one may take another's place. */
  abstract expect(fileId: string, claimId: string): Promise<void>;
  /** Files that are to be looked at by now, the longest waiting first. */
  abstract due(limit: number): Promise<readonly LookedAtFile[]>;
  /** They were looked at: what a claim has stays known, the others are forgotten. */
  abstract lookedAt(files: readonly LookedAtFile[]): Promise<void>;
}
