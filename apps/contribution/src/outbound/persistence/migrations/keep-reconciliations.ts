import type { MigrationInterface, QueryRunner } from 'typeorm';

const RECONCILIATION = `
  create table reconciliation (
    reconciliation_id uuid primary key,
    gateway text not null,
    from_day date not null,
    through_day date not null,
    made_by text not null,
    made_at timestamptz not null,
    file_hash text not null,
    lines integer not null,
    matched integer not null
  )`;

const BREAK = `
  create table reconciliation_break (
    reconciliation_id uuid not null references reconciliation,
    number integer not null,
    kind text not null check (kind in ('missing-here', 'missing-there', 'different', 'duplicate')),
    reference text not null,
    direction text not null check (direction in ('in', 'out')),
    line integer,
    statement_rupiah bigint,
    ledger_rupiah bigint,
    first_by text,
    first_reason text,
    first_at timestamptz,
    second_by text,
    second_reason text,
    second_at timestamptz,
    primary key (reconciliation_id, number),
    check (first_by <> second_by)
  )`;

/** Statements of gateways that were held against the ledger, and what did not agree. */
export class KeepReconciliations1700000230000 implements MigrationInterface {
  readonly name = 'KeepReconciliations1700000230000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RECONCILIATION);
    await runner.query(BREAK);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table reconciliation_break, reconciliation');
  }
}
