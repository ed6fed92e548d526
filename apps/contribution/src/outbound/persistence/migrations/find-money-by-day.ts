import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Many payments of a day share one entry of this index, which grows at the end of each gateway's part. */
const BY_DAY = 'create index payment_by_day on payment (gateway, settled_on)';
const ENTRY_BY_PAYMENT = 'create index ledger_entry_by_payment on ledger_entry (gateway, payment_id)';
/** One in a hundred is returned. */
const RETURNED = `create index ledger_entry_returned on ledger_entry (gateway, recorded_at) where kind = 'returned'`;

/** The money of a gateway is found by day and by payment: a statement is held against its own days, not against all there are. */
export class FindMoneyByDay1700000260000 implements MigrationInterface {
  readonly name = 'FindMoneyByDay1700000260000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table payment add settled_on date');
    await runner.query(
      `update payment set settled_on = (settled_at::timestamptz at time zone 'Asia/Jakarta')::date`,
    );
    await runner.query('alter table payment alter settled_on set not null');
    for (const index of [BY_DAY, ENTRY_BY_PAYMENT, RETURNED]) await runner.query(index);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index ledger_entry_returned, ledger_entry_by_payment');
    await runner.query('alter table payment drop settled_on');
  }
}
