import { happened, refused, type Batch, type Outcome } from '#libs/kernel';
import type { WritePath } from '#libs/messaging';
import type { Database, Transaction } from '#libs/persistence';
import type { Break, Compared, StatementLine } from '../../domain/reconciliation/reconcile.js';
import {
  settleBreak,
  type Settlement,
  type SettlementEvent,
} from '../../domain/reconciliation/settle-break.js';
import {
  Reconciliations,
  type BreakCounts,
  type BreakExplanation,
  type NewReconciliation,
  type Reconciliation,
  type ReconciliationView,
  type Scope,
} from '../../use-cases/reconciliations.js';
import {
  BREAK_COLUMNS,
  breakOf,
  RECONCILIATION_COLUMNS,
  reconciliationOf,
  settlementOf,
  type BreakRow,
  type ReconciliationRow,
} from './reconciliation-rows.js';
import { compareWithLedger } from './statement-and-ledger.js';
import { insert } from './upsert.js';

/** So many rows go into one statement. */
const CHUNK = 10_000;

const saveReconciliation = insert<Reconciliation>('reconciliation', {
  reconciliation_id: ['uuid', ({ reconciliationId }) => reconciliationId],
  gateway: ['text', ({ gateway }) => gateway],
  from_day: ['date', ({ from }) => from],
  through_day: ['date', ({ through }) => through],
  made_by: ['text', ({ madeBy }) => madeBy],
  made_at: ['timestamptz', ({ madeAt }) => madeAt],
  file_hash: ['text', ({ fileHash }) => fileHash],
  lines: ['integer', ({ lines }) => lines],
  matched: ['integer', ({ matched }) => matched],
});

const saveBreaks = insert<Break & { readonly id: string; readonly number: number }>('reconciliation_break', {
  reconciliation_id: ['uuid', ({ id }) => id],
  number: ['integer', ({ number }) => number],
  kind: ['text', ({ kind }) => kind],
  reference: ['text', ({ reference }) => reference],
  direction: ['text', ({ direction }) => direction],
  line: ['integer', ({ row }) => row],
  statement_rupiah: ['bigint', ({ statementRupiah }) => statementRupiah],
  ledger_rupiah: ['bigint', ({ ledgerRupiah }) => ledgerRupiah],
});

const numbered = ({ reconciliation, breaks }: NewReconciliation) =>
  breaks.map((one, index) => ({ ...one, id: reconciliation.reconciliationId, number: index + 1 }));

const FOUND = `select ${RECONCILIATION_COLUMNS} from reconciliation where reconciliation_id = $1`;
const COUNTS = `
  select count(*) filter (where kind = 'missing-here')::integer as "missing-here",
         count(*) filter (where kind = 'missing-there')::integer as "missing-there",
         count(*) filter (where kind = 'different')::integer as different,
         count(*) filter (where kind = 'duplicate')::integer as duplicate,
         count(*) filter (where second_by is null)::integer as unsettled
    from reconciliation_break where reconciliation_id = $1`;
const BREAKS = `
  select ${BREAK_COLUMNS} from reconciliation_break where reconciliation_id = $1 and number > $2 order by number limit $3`;
const NAMED = `
  select ${BREAK_COLUMNS}, reconciliation_id from reconciliation_break
    join unnest($1::uuid[], $2::integer[]) as k (reconciliation_id, number) using (reconciliation_id, number)`;

type Explained = BreakExplanation & { readonly settlement: Settlement };

const saidFirst = ({ settlement }: Explained) => (settlement.status === 'open' ? null : settlement.first);
const saidSecond = ({ settlement }: Explained) =>
  settlement.status === 'settled' ? settlement.second : null;

const SETTLE = `
  update reconciliation_break as b
     set first_by = t.first_by, first_reason = t.first_reason, first_at = t.first_at,
         second_by = t.second_by, second_reason = t.second_reason, second_at = t.second_at
    from unnest($1::uuid[], $2::integer[], $3::text[], $4::text[], $5::timestamptz[], $6::text[], $7::text[],
                $8::timestamptz[])
      as t (id, number, first_by, first_reason, first_at, second_by, second_reason, second_at)
   where b.reconciliation_id = t.id and b.number = t.number`;

const saveSettlements = async (tx: Transaction, explained: readonly Explained[]): Promise<void> => {
  const first = explained.map(saidFirst);
  const second = explained.map(saidSecond);
  await tx.query(SETTLE, [
    explained.map(({ reconciliationId }) => reconciliationId),
    explained.map(({ number }) => number),
    ...[first, second].flatMap((said) => [
      said.map((one) => one?.by ?? null),
      said.map((one) => one?.reason ?? null),
      said.map((one) => one?.at ?? null),
    ]),
  ]);
};

const nameOf = (id: string, number: number) => `break:${id}/${number}`;

/** Reconciliations in PostgreSQL. */
export class PostgresReconciliations extends Reconciliations {
  constructor(
    private readonly database: Database,
    private readonly writes: WritePath,
  ) {
    super();
  }

  override compare(scope: Scope, lines: readonly StatementLine[]): Promise<Compared> {
    return compareWithLedger(this.database, scope, lines);
  }

  override keep(batch: Batch<NewReconciliation>): Promise<readonly Outcome<Reconciliation>[]> {
    return this.writes.run(batch, async (tx, items) => {
      await saveReconciliation(
        tx,
        items.map(({ reconciliation }) => reconciliation),
      );
      const breaks = items.flatMap(numbered);
      for (let from = 0; from < breaks.length; from += CHUNK)
        await saveBreaks(tx, breaks.slice(from, from + CHUNK));
      return items.map(({ reconciliation }) => happened(reconciliation));
    });
  }

  override async find(id: string, after: number, limit: number): Promise<ReconciliationView | null> {
    const [row] = await this.database.query<ReconciliationRow>(FOUND, [id]);
    if (!row) return null;
    const [counted] = await this.database.query<BreakCounts & { unsettled: number }>(COUNTS, [id]);
    const { unsettled, ...counts } = counted!; // an aggregate without groups has one row
    const breaks = await this.database.query<BreakRow>(BREAKS, [id, after, limit]);
    return { reconciliation: reconciliationOf(row), counts, unsettled, breaks: breaks.map(breakOf) };
  }

  override settle(batch: Batch<BreakExplanation>): Promise<readonly Outcome<SettlementEvent>[]> {
    return this.writes.run(batch, async (tx, items) => {
      await tx.lock(items.map(({ reconciliationId, number }) => nameOf(reconciliationId, number)));
      const rows = await tx.query<BreakRow & { reconciliation_id: string }>(NAMED, [
        items.map(({ reconciliationId }) => reconciliationId),
        items.map(({ number }) => number),
      ]);
      const known = new Map(
        rows.map((row) => [nameOf(row.reconciliation_id, row.number), settlementOf(row)]),
      );
      const changed = new Map<string, Explained>();
      const outcomes = items.map((item): Outcome<SettlementEvent> => {
        const name = nameOf(item.reconciliationId, item.number);
        const before = known.get(name);
        if (!before) return refused('not-found');
        const outcome = settleBreak(item.said, before);
        if (outcome.kind !== 'happened') return outcome;
        const { settlement } = outcome.events[0];
        known.set(name, settlement);
        changed.set(name, { ...item, settlement });
        return outcome;
      });
      await saveSettlements(tx, [...changed.values()]);
      return outcomes;
    });
  }
}
