import type { Database } from '#libs/persistence';
import type { Comparison } from '../../../domain/rebuild/comparison.js';
import { UNDER_WAY, type LogProgress, type RebuildStatus } from '../../../domain/rebuild/rebuild.js';
import { RebuildRuns, RunEnded, type Run } from '../../../use-cases/rebuild/figures-beside.js';

/** Held by whoever runs a rebuild, for as long as it does. */
const LOCK = 7_262_103;
/** Who was stopped for so long has lost it; who runs says so more often. */
const IDLE_MS = 60_000;
const SIGN_MS = 10_000;

const OWN = `
  select pg_try_advisory_xact_lock($1) as mine, set_config('idle_in_transaction_session_timeout', $2, true)`;

/** Under way, or over with tables that nobody can want any more. */
const DUE = `
  select id from rebuild
  where status = any($1)
     or (to_regnamespace('beside') is not null
         and not exists (select from rebuild where status = 'switched' or status = any($1)))
  order by status = any($1) desc, number desc limit 1`;

const TAKE_UP = `
  update rebuild set epoch = epoch + 1 where id = $1 returning epoch, per_second_max`;

const STATUS = 'select status from rebuild where id = $1 and epoch = $2';

const MOVE = `
  update rebuild set status = $4, comparison = coalesce($5, comparison), trouble = null
  where id = $1 and epoch = $2 and status = $3 returning id`;

const NOTE = `
  update rebuild set messages_read = $3, messages_total = $4, messages_per_second = $5, trouble = null
  where id = $1 and epoch = $2`;

const TROUBLE = `
  update rebuild set trouble = $3, status = case when $4 then 'failed' else status end,
    ended_at = case when $4 then now() else ended_at end
  where id = $1 and epoch = $2 and status = any($5)`;

/** Who runs which rebuild, in PostgreSQL: an advisory lock says it, and the epoch fences whoever was the one before. */
export class PostgresRebuildRuns extends RebuildRuns {
  constructor(private readonly database: Database) {
    super();
  }

  override async due(): Promise<string | null> {
    const [row] = await this.database.query<{ id: string }>(DUE, [UNDER_WAY]);
    return row?.id ?? null;
  }

  /** The lock is held by a transaction that does nothing else, and so takes no transaction id. */
  override async asOnly(
    id: string,
    signal: AbortSignal,
    work: (run: Run, signal: AbortSignal) => Promise<void>,
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [owner] = await tx.query<{ mine: boolean }>(OWN, [LOCK, String(IDLE_MS)]);
      if (!owner?.mine) return;
      const run = await this.takeUp(id);
      if (run === null) return;
      const lost = new AbortController();
      const sign = setInterval(() => void tx.query('select').catch((error) => lost.abort(error)), SIGN_MS);
      try {
        await work(run, AbortSignal.any([signal, lost.signal]));
      } finally {
        clearInterval(sign);
      }
    });
  }

  override async status({ id, epoch }: Run): Promise<RebuildStatus> {
    const [row] = await this.database.query<{ status: RebuildStatus }>(STATUS, [id, epoch]);
    if (row === undefined) throw new RunEnded();
    return row.status;
  }

  override async move(
    { id, epoch }: Run,
    from: RebuildStatus,
    to: RebuildStatus,
    comparison?: Comparison,
  ): Promise<void> {
    const stored = comparison === undefined ? null : JSON.stringify(comparison);
    const moved = await this.database.query(MOVE, [id, epoch, from, to, stored]);
    if (moved.length === 0) throw new RunEnded();
  }

  override async note({ id, epoch }: Run, progress: LogProgress): Promise<void> {
    const { read, total, messagesPerSecond } = progress;
    await this.database.query(NOTE, [id, epoch, read, total, messagesPerSecond]);
  }

  override async noteTrouble({ id, epoch }: Run, trouble: string, isOver: boolean): Promise<void> {
    await this.database.query(TROUBLE, [id, epoch, trouble, isOver, UNDER_WAY]);
  }

  private async takeUp(id: string): Promise<Run | null> {
    const [row] = await this.database.query<{ epoch: number; per_second_max: number | null }>(TAKE_UP, [id]);
    return row === undefined ? null : { id, epoch: row.epoch, messagesPerSecondMax: row.per_second_max };
  }
}
