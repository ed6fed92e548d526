import type { Cause } from '#libs/contracts';
import type { Batch, Reason } from '#libs/kernel';
import type { RowResult, Tally } from '../domain/sign-up-batch/row-result.js';
import type { SignUpCommand, SignUpOutcome } from './sign-ups.js';

/** Who sent a file, as the token said then: each row is judged by it, also after a restart. */
export interface BatchSender {
  readonly subject: string;
  readonly roles: readonly string[];
  readonly regions: readonly string[] | null;
  readonly channel: string | null;
}

/** A row as it came: its text, or why not even that was kept. */
export type RawRow = string | { readonly flaw: Reason };

/** A file that begins to come in. */
export interface NewBatch {
  readonly batchId: string;
  readonly sender: BatchSender;
  readonly cause: Cause;
  /** When the request says that it was made; heeded by the story clock alone. */
  readonly recordedAt: string | null;
}

/** Some rows of a file, as many as one transaction takes. */
export interface BatchPart extends NewBatch {
  /** 0, 1, 2 … */
  readonly part: number;
  readonly firstRow: number;
  readonly rows: readonly RawRow[];
}

export type BatchStatus = 'receiving' | 'waiting' | 'running' | 'done';

/** How far a file is. Rows a second since it was begun. */
export interface BatchProgress extends Tally {
  readonly batchId: string;
  readonly sender: BatchSender;
  readonly status: BatchStatus;
  readonly rows: number;
  readonly rowsDone: number;
  readonly rowsPerSecond: number;
  readonly secondsLeft: number | null;
}

/** Sign-ups of one part on the write path. `isTaken` afterwards: another process had taken the part already. */
export type PartBatch = Batch<SignUpCommand> & { readonly isTaken: boolean };

/** Files of sign-ups: kept sealed until each row is answered, part after part. */
export abstract class SignUpBatches {
  abstract begin(batch: NewBatch): Promise<void>;
  /** Keeps rows that came in, unreadable to whoever reads the database. */
  abstract keep(batchId: string, part: Pick<BatchPart, 'part' | 'firstRow' | 'rows'>): Promise<void>;
  /** All has come in: from now on its rows are answered, whatever happens to this process. */
  abstract complete(batchId: string, size: { readonly parts: number; readonly rows: number }): Promise<void>;
  abstract discard(batchId: string): Promise<void>;
  /** How many files of the sender are not done yet. */
  abstract unfinishedOf(subject: string): Promise<number>;
  /** The next part of the file that has waited longest; `null` when all is done. */
  abstract next(): Promise<BatchPart | null>;
  /**
   * The commands on the write path; results and the place in the file are settled in the same transaction.
   * @param resultsOf the results of all rows of the part, from the outcomes of the commands
   */
  abstract onWritePath(
    part: BatchPart,
    commands: readonly SignUpCommand[],
    resultsOf: (outcomes: readonly SignUpOutcome[]) => readonly RowResult[],
  ): PartBatch;
  abstract progress(batchId: string): Promise<BatchProgress | null>;
  /** The results that there are, in order, as lines of NDJSON, some at a time. */
  abstract results(batchId: string): AsyncIterable<string>;
  /** Throws away what nobody asks for any more: old files, and those that never came in whole. */
  abstract forgetOld(): Promise<void>;
}
