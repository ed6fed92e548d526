import type { Cause } from '#libs/contracts';
import type { Database } from '#libs/persistence';
import type { RowResult } from '../../domain/sign-up-batch/row-result.js';
import {
  SignUpBatches,
  type BatchPart,
  type BatchProgress,
  type BatchSender,
  type NewBatch,
  type RawRow,
} from '../../use-cases/sign-up-batches.js';
import type { SignUpCommand, SignUpOutcome } from '../../use-cases/sign-ups.js';
import type { BatchCipher } from '../vault/batch-cipher.js';
import { FilePart } from './part-batch.js';

const BEGIN = `
  insert into sign_up_batch (batch_id, sender, cause, stated_at) values ($1, $2::jsonb, $3::jsonb, $4)`;

const KEEP = 'insert into sign_up_batch_part (batch_id, part, first_row, sealed) values ($1, $2, $3, $4)';

const COMPLETE = 'update sign_up_batch set parts = $2, rows = $3 where batch_id = $1';

const UNFINISHED = `
  select count(*)::integer as count from sign_up_batch
   where (parts is null or next_part < parts) and sender->>'subject' = $1`;

/** Files take turns, so that a short one does not wait for a long one. */
const NEXT = `
  with waiting as (
    select batch_id, sender, cause, stated_at, next_part from sign_up_batch
     where next_part < parts order by moved_at nulls first, received_at limit 1
  )
  select w.batch_id as "batchId", sender, cause, stated_at as "recordedAt", part, first_row as "firstRow", sealed
    from waiting w join sign_up_batch_part p on p.batch_id = w.batch_id and p.part = w.next_part`;

const PROGRESS = `
  select batch_id as "batchId", sender, rows, rows_done as "rowsDone", registered, already_member as "alreadyMember",
         refused, malformed, failed, repeated,
         case when parts is null then 'receiving' when next_part = parts then 'done'
              when next_part = 0 then 'waiting' else 'running' end as status,
         coalesce(round(rows_done / nullif(extract(epoch from moved_at - begun_at), 0)), 0)::integer as "rowsPerSecond"
    from sign_up_batch where batch_id = $1`;

const RESULTS = `
  select part, results from sign_up_batch_part
   where batch_id = $1 and part > $2 and results is not null order by part limit $3`;

/** Results of some thousand rows in memory at a time. */
const PARTS_AT_ONCE = 8;

/** Results may be asked for as long as those of the topic; a request that has not come in by then never will. */
const FORGET = `
  delete from sign_up_batch
   where received_at < now() - interval '30 days' and next_part = parts
      or received_at < now() - interval '1 day' and parts is null`;

type NextRow = Omit<BatchPart, 'rows'> & {
  readonly sender: BatchSender;
  readonly cause: Cause;
  readonly sealed: Buffer;
};

const placeOf = (batchId: string, part: number) => `${batchId}/${part}`;

/** Files of sign-ups in PostgreSQL. */
export class PostgresSignUpBatches extends SignUpBatches {
  constructor(
    private readonly database: Database,
    private readonly cipher: BatchCipher,
  ) {
    super();
  }

  override async begin({ batchId, sender, cause, recordedAt }: NewBatch): Promise<void> {
    await this.database.query(BEGIN, [batchId, JSON.stringify(sender), JSON.stringify(cause), recordedAt]);
  }

  override async keep(
    batchId: string,
    { part, firstRow, rows }: Pick<BatchPart, 'part' | 'firstRow' | 'rows'>,
  ): Promise<void> {
    const sealed = this.cipher.seal(JSON.stringify(rows), placeOf(batchId, part));
    await this.database.query(KEEP, [batchId, part, firstRow, sealed]);
  }

  override async complete(batchId: string, { parts, rows }: { parts: number; rows: number }): Promise<void> {
    await this.database.query(COMPLETE, [batchId, parts, rows]);
  }

  override async discard(batchId: string): Promise<void> {
    await this.database.query('delete from sign_up_batch where batch_id = $1', [batchId]);
  }

  override async unfinishedOf(subject: string): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(UNFINISHED, [subject]);
    return row!.count;
  }

  override async next(): Promise<BatchPart | null> {
    const [row] = await this.database.query<NextRow>(NEXT);
    if (row === undefined) return null;
    const { sealed, ...part } = row;
    const rows = JSON.parse(this.cipher.open(sealed, placeOf(part.batchId, part.part))) as readonly RawRow[];
    return { ...part, rows };
  }

  override onWritePath(
    part: BatchPart,
    commands: readonly SignUpCommand[],
    resultsOf: (outcomes: readonly SignUpOutcome[]) => readonly RowResult[],
  ): FilePart {
    return new FilePart(part, commands, resultsOf);
  }

  override async progress(batchId: string): Promise<BatchProgress | null> {
    const [row] = await this.database.query<Omit<BatchProgress, 'secondsLeft'>>(PROGRESS, [batchId]);
    if (row === undefined) return null;
    const { rows, rowsDone, rowsPerSecond, status } = row;
    const isMoving = status === 'running' && rowsPerSecond > 0;
    return { ...row, secondsLeft: isMoving ? Math.ceil((rows - rowsDone) / rowsPerSecond) : null };
  }

  override async *results(batchId: string): AsyncIterable<string> {
    for (let after = -1; ;) {
      const found = await this.database.query<{ part: number; results: string }>(RESULTS, [
        batchId,
        after,
        PARTS_AT_ONCE,
      ]);
      for (const { results } of found) yield results;
      if (found.length < PARTS_AT_ONCE) return;
      after = found.at(-1)!.part;
    }
  }

  override async forgetOld(): Promise<void> {
    await this.database.query(FORGET);
  }
}
