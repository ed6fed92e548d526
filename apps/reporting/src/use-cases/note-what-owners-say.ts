import type { LogCheckpointed } from '#libs/contracts';
import type { Batch, Outcome } from '#libs/kernel';
import type { CheckpointMessage, ProofLedger } from './proof-ledger.js';

export type { CheckpointMessage } from './proof-ledger.js';

/** The services say how many events they have written, and their digests: it is kept to be held against what was read. */
export class NoteWhatOwnersSay {
  constructor(private readonly ledger: ProofLedger) {}

  handle(batch: Batch<CheckpointMessage>): Promise<readonly Outcome<LogCheckpointed>[]> {
    return this.ledger.note(batch);
  }
}
