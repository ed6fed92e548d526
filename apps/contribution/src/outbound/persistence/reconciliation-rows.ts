import type { Day } from '#libs/kernel';
import type { Break } from '../../domain/reconciliation/reconcile.js';
import { OPEN, type Explanation, type Settlement } from '../../domain/reconciliation/settle-break.js';
import type { NumberedBreak, Reconciliation } from '../../use-cases/reconciliations.js';

export const RECONCILIATION_COLUMNS = `reconciliation_id, gateway, from_day::text as from_day, through_day::text as through_day,
         made_by, made_at, file_hash, lines, matched`;
export const BREAK_COLUMNS = `number, kind, reference, direction, line, statement_rupiah, ledger_rupiah, first_by, first_reason,
         first_at, second_by, second_reason, second_at`;

export interface ReconciliationRow {
  readonly reconciliation_id: string;
  readonly gateway: string;
  readonly from_day: Day;
  readonly through_day: Day;
  readonly made_by: string;
  readonly made_at: Date;
  readonly file_hash: string;
  readonly lines: number;
  readonly matched: number;
}

export const reconciliationOf = (row: ReconciliationRow): Reconciliation => ({
  reconciliationId: row.reconciliation_id,
  gateway: row.gateway,
  from: row.from_day,
  through: row.through_day,
  madeBy: row.made_by,
  madeAt: row.made_at.toISOString(),
  fileHash: row.file_hash,
  lines: row.lines,
  matched: row.matched,
});

export interface BreakRow {
  readonly number: number;
  readonly kind: Break['kind'];
  readonly reference: string;
  readonly direction: Break['direction'];
  readonly line: number | null;
  readonly statement_rupiah: string | null;
  readonly ledger_rupiah: string | null;
  readonly first_by: string | null;
  readonly first_reason: string | null;
  readonly first_at: Date | null;
  readonly second_by: string | null;
  readonly second_reason: string | null;
  readonly second_at: Date | null;
}

const rupiahOf = (text: string | null) => (text === null ? null : Number(text));

const explanationOf = (by: string | null, reason: string | null, at: Date | null): Explanation | null =>
  by === null || reason === null || at === null ? null : { by, reason, at: at.toISOString() };

/** How far the explanation of a break has come. */
export const settlementOf = (row: BreakRow): Settlement => {
  const first = explanationOf(row.first_by, row.first_reason, row.first_at);
  const second = explanationOf(row.second_by, row.second_reason, row.second_at);
  if (first === null) return OPEN;
  return second === null ? { status: 'proposed', first } : { status: 'settled', first, second };
};

export const breakOf = (row: BreakRow): NumberedBreak => ({
  number: row.number,
  kind: row.kind,
  reference: row.reference,
  direction: row.direction,
  row: row.line,
  statementRupiah: rupiahOf(row.statement_rupiah),
  ledgerRupiah: rupiahOf(row.ledger_rupiah),
  settlement: settlementOf(row),
});
