import type { Batch, Outcome } from '#libs/kernel';
import type { WritePath } from '#libs/messaging';
import type { Database } from '#libs/persistence';
import type { ReferenceRecorded } from '../../../domain/references/record-reference.js';
import type { ReferenceKind } from '../../../domain/references/references.js';
import {
  ReferenceLedger,
  type KeptOf,
  type KeptReference,
  type ReferenceAnswer,
  type ReferenceCommand,
  type ReferenceQuery,
} from '../../../use-cases/reference-ledger.js';
import {
  insertVersions,
  keptOf,
  loadLatest,
  nameOf,
  REFERENCE_COLUMNS,
  type ReferenceRow,
} from './reference-rows.js';

/** One writer at a time, so that positions become visible in their order and readers can ask for what is new. */
const LOCK = 'references';

const FIND = `
  select ${REFERENCE_COLUMNS} from reference
  where kind = $1 and id = $2 and ($3::integer is null or version = $3)
  order by version desc limit 1`;

const LIST = `
  select distinct on (id) ${REFERENCE_COLUMNS} from reference
  where kind = $1 and id > $2 order by id, version desc limit $3`;

type Decide = (command: ReferenceCommand, known: ReferenceRecorded | null) => Outcome<ReferenceRecorded>;

const laterOf = (a: string, b: string) => (a > b ? a : b);

const keptAfter = (
  recorded: ReferenceRecorded,
  recordedAt: string,
  known: KeptReference | undefined,
): KeptReference => ({ ...recorded, recordedAt: laterOf(recordedAt, known?.recordedAt ?? '') });

/** Told when something was recorded. */
export interface Forgets {
  forget(): void;
}

/** All versions in PostgreSQL, one row each; rows are added and never change. */
export class PostgresReferenceLedger extends ReferenceLedger {
  constructor(
    private readonly database: Database,
    private readonly writes: WritePath,
    private readonly remembered: Forgets,
  ) {
    super();
  }

  override async change(batch: Batch<ReferenceCommand>, decide: Decide): Promise<readonly ReferenceAnswer[]> {
    const answers = await this.writes.run(batch, async (tx, commands) => {
      await tx.lock([LOCK]);
      const latest = await loadLatest(tx, commands);
      const added: KeptReference[] = [];
      const decided = commands.map((command): ReferenceAnswer => {
        const known = latest.get(nameOf(command));
        const outcome = decide(command, known ?? null);
        if (outcome.kind !== 'happened') return { ...outcome, reference: known ?? null };
        const reference = keptAfter(outcome.events[0], command.recordedAt, known);
        latest.set(nameOf(command), reference);
        added.push(reference);
        return { ...outcome, reference };
      });
      await insertVersions(tx, added);
      return decided;
    });
    this.remembered.forget();
    return answers;
  }

  override async find<Kind extends ReferenceKind>(kind: Kind, id: string, version: number | null) {
    const [row] = await this.database.query<ReferenceRow>(FIND, [kind, id, version]);
    return row === undefined ? null : (keptOf(row) as KeptOf<Kind>);
  }

  override async list<Kind extends ReferenceKind>({ kind, limit, after }: ReferenceQuery<Kind>) {
    const rows = await this.database.query<ReferenceRow>(LIST, [kind, after ?? '', limit]);
    return rows.map((row) => keptOf(row) as KeptOf<Kind>);
  }
}
