import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What paying late is charged for: kept with the line that came late, and what is owed of it with the membership. */
export class ChargeLateFees1700000250000 implements MigrationInterface {
  readonly name = 'ChargeLateFees1700000250000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table account add late_fees_owed bigint not null default 0');
    await runner.query(
      'alter table payment_line add late_fee_charged bigint not null default 0, add late_fee_paid bigint not null default 0',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table payment_line drop late_fee_charged, drop late_fee_paid');
    await runner.query('alter table account drop late_fees_owed');
  }
}
