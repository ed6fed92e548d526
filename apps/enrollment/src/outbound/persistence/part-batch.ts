import type { Outcome } from '#libs/kernel';
import type { Transaction } from '#libs/persistence';
import { tallyOf, type RowResult } from '../../domain/sign-up-batch/row-result.js';
import type { BatchPart, PartBatch } from '../../use-cases/sign-up-batches.js';
import type { SignUpCommand, SignUpOutcome } from '../../use-cases/sign-ups.js';

const NEXT_PART = 'select next_part as "nextPart" from sign_up_batch where batch_id = $1';

const RESULTS = `
  update sign_up_batch_part set sealed = null, results = $3 where batch_id = $1 and part = $2`;

const MOVE = `
  update sign_up_batch
     set next_part = next_part + 1, rows_done = rows_done + $2, registered = registered + $3,
         already_member = already_member + $4, refused = refused + $5, malformed = malformed + $6,
         failed = failed + $7, repeated = repeated + $8,
         begun_at = coalesce(begun_at, now()), moved_at = clock_timestamp()
   where batch_id = $1`;

/**
 * A part of a file on the write path. Its place in the file is the position: whoever finds that it has moved was
 * overtaken by another process, and does nothing.
 */
export class FilePart implements PartBatch {
  isTaken = false;

  constructor(
    private readonly part: BatchPart,
    readonly items: readonly SignUpCommand[],
    private readonly resultsOf: (outcomes: readonly SignUpOutcome[]) => readonly RowResult[],
  ) {}

  async open(transaction: unknown): Promise<readonly SignUpCommand[]> {
    const tx = transaction as Transaction;
    const { batchId, part } = this.part;
    await tx.lock([`sign-up-batch:${batchId}`]);
    const [row] = await tx.query<{ nextPart: number }>(NEXT_PART, [batchId]);
    this.isTaken = row?.nextPart !== part;
    return this.isTaken ? [] : this.items;
  }

  async settle(transaction: unknown, outcomes: readonly Outcome<unknown>[]): Promise<void> {
    if (this.isTaken) return;
    const tx = transaction as Transaction;
    const { batchId, part } = this.part;
    const results = this.resultsOf(outcomes as readonly SignUpOutcome[]);
    await tx.query(RESULTS, [batchId, part, results.map((result) => `${JSON.stringify(result)}\n`).join('')]);
    const tally = tallyOf(results);
    await tx.query(MOVE, [
      batchId,
      results.length,
      tally.registered,
      tally.alreadyMember,
      tally.refused,
      tally.malformed,
      tally.failed,
      tally.repeated,
    ]);
  }
}
