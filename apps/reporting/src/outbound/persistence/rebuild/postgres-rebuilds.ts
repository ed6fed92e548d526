import { happened, ignored, refused, type Batch, type Outcome } from '#libs/kernel';
import type { WritePath } from '#libs/messaging';
import type { Database, Transaction } from '#libs/persistence';
import { decideWish, UNDER_WAY, type RebuildStatus } from '../../../domain/rebuild/rebuild.js';
import { Rebuilds, type Rebuild, type RebuildCommand } from '../../../use-cases/rebuild/rebuilds.js';
import { REBUILD_COLUMNS, rebuildOf, type RebuildRow } from './rebuild-rows.js';

/** One decision at a time, over all rebuilds. */
const LOCK = 'rebuild';

const IS_UNDER_WAY = 'select from rebuild where status = any($1) limit 1';
const ONE = `select ${REBUILD_COLUMNS} from rebuild where id = $1`;
const LATEST = `
  select ${REBUILD_COLUMNS} from rebuild where $2::bigint is null or rebuild.number < $2
  order by rebuild.number desc limit $1`;

/** Whose old tables were kept: they make room. */
const SETTLE = `update rebuild set status = 'settled' where status = 'switched'`;

const BEGIN = `
  insert into rebuild (id, status, asked_by, per_second_max) values ($1, 'loading', $2, $3)
  returning ${REBUILD_COLUMNS}`;

const MOVE = `
  update rebuild set status = $2, ended_at = case when $2::text = any($3::text[]) then null else now() end
  where id = $1 returning ${REBUILD_COLUMNS}`;

type Beginning = Extract<RebuildCommand, { readonly kind: 'begin' }>;

const begin = async (
  tx: Transaction,
  { id, askedBy, messagesPerSecondMax }: Beginning,
): Promise<Outcome<Rebuild>> => {
  const underWay = await tx.query(IS_UNDER_WAY, [UNDER_WAY]);
  if (underWay.length > 0) return refused('rebuild-under-way');
  await tx.query(SETTLE);
  const [row] = await tx.query<RebuildRow>(BEGIN, [id, askedBy, messagesPerSecondMax]);
  return happened(rebuildOf(row!));
};

const move = async (tx: Transaction, id: string, to: RebuildStatus): Promise<Outcome<Rebuild>> => {
  const [row] = await tx.query<RebuildRow>(MOVE, [id, to, UNDER_WAY]);
  return happened(rebuildOf(row!));
};

const decide = async (tx: Transaction, command: RebuildCommand): Promise<Outcome<Rebuild>> => {
  if (command.kind === 'begin') return begin(tx, command);
  const [row] = await tx.query<RebuildRow>(`${ONE} for update`, [command.id]);
  if (row === undefined) return refused('not-found');
  const outcome = decideWish(command.kind, row.status);
  if (outcome.kind === 'ignored') return ignored(outcome.reason);
  return outcome.kind === 'refused' ? outcome : move(tx, command.id, outcome.events[0]);
};

/** Rebuilds on record in PostgreSQL. */
export class PostgresRebuilds extends Rebuilds {
  constructor(
    private readonly database: Database,
    private readonly writes: WritePath,
  ) {
    super();
  }

  override change(batch: Batch<RebuildCommand>): Promise<readonly Outcome<Rebuild>[]> {
    return this.writes.run(batch, async (tx, commands) => {
      await tx.lock([LOCK]);
      const outcomes: Outcome<Rebuild>[] = [];
      for (const command of commands) outcomes.push(await decide(tx, command));
      return outcomes;
    });
  }

  override async find(id: string): Promise<Rebuild | null> {
    const [row] = await this.database.query<RebuildRow>(ONE, [id]);
    return row === undefined ? null : rebuildOf(row);
  }

  override async latest(limit: number, before: number | null): Promise<readonly Rebuild[]> {
    return (await this.database.query<RebuildRow>(LATEST, [limit, before])).map(rebuildOf);
  }
}
