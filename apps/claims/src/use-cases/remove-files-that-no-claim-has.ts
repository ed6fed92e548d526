import type { EvidenceFiles } from './evidence-files.js';
import type { Files } from './files.js';

const AT_ONCE = 100;

/**
 * Removes the bytes that no claim points to any more or ever did: of evidence that was replaced, of persons who were
 * erased, and of requests that ended halfway.
 */
export class RemoveFilesThatNoClaimHas {
  constructor(
    private readonly evidenceFiles: EvidenceFiles,
    private readonly files: Files,
  ) {}

  /** Looks at what is due; answers how many files it removed. */
  async handle(): Promise<number> {
    let removed = 0;
    for (;;) {
      const due = await this.evidenceFiles.due(AT_ONCE);
      const stray = due.filter(({ isOfClaim }) => !isOfClaim);
      for (const { fileId } of stray) await this.files.remove(fileId);
      await this.evidenceFiles.lookedAt(due);
      removed += stray.length;
      if (due.length < AT_ONCE) return removed;
    }
  }
}
