import type { BatchProgress, SignUpBatches } from './sign-up-batches.js';

/** How far a file of sign-ups is, and what became of each row. */
export class LookUpSignUpBatch {
  constructor(private readonly batches: SignUpBatches) {}

  /** `null` when there is none with this id, or none any more. */
  progress(batchId: string): Promise<BatchProgress | null> {
    return this.batches.progress(batchId);
  }

  /** The results that there are so far, as lines of NDJSON. */
  results(batchId: string): AsyncIterable<string> {
    return this.batches.results(batchId);
  }

  /** How many files of a sender wait or are worked on. */
  unfinishedOf(subject: string): Promise<number> {
    return this.batches.unfinishedOf(subject);
  }
}
