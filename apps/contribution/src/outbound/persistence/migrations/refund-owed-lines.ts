import type { MigrationInterface, QueryRunner } from 'typeorm';

const LINE_STATUS = 'alter table payment_line drop constraint payment_line_status_check, add check';
const ENTRY_KIND = 'alter table ledger_entry drop constraint ledger_entry_kind_check, add check';

/** Who has decided what on money that was owed, and why. Nothing is ever taken out of it. */
const DECISION = `
  create table owed_line_decision (
    id bigint generated always as identity primary key,
    gateway text not null,
    payment_id text not null,
    line integer not null,
    kind text not null check (kind in ('match', 'refund')),
    decided_by text not null,
    reason text not null,
    decided_at timestamptz not null
  )`;

/** Money that is owed can be set aside to be sent back. */
export class RefundOwedLines1700000240000 implements MigrationInterface {
  readonly name = 'RefundOwedLines1700000240000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table payment add refunded integer not null default 0');
    await runner.query('alter table payment_line add refunded_at timestamptz');
    await runner.query(
      `${LINE_STATUS} (status in ('accepted', 'unmatched', 'refused', 'refunded', 'reversed'))`,
    );
    await runner.query(`${ENTRY_KIND} (kind in ('received', 'taken-up', 'refunded', 'returned'))`);
    await runner.query(DECISION);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table owed_line_decision');
    await runner.query(`${ENTRY_KIND} (kind in ('received', 'taken-up', 'returned'))`);
    await runner.query(`${LINE_STATUS} (status in ('accepted', 'unmatched', 'refused', 'reversed'))`);
    await runner.query('alter table payment_line drop refunded_at');
    await runner.query('alter table payment drop refunded');
  }
}
