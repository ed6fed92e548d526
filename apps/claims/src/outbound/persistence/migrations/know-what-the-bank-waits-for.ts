import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of which claims the bank is to be told or asked next, and since when. */
export class KnowWhatTheBankWaitsFor1700000130000 implements MigrationInterface {
  readonly name = 'KnowWhatTheBankWaitsFor1700000130000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table claim add column bank_step text, add column bank_at timestamptz');
    await runner.query(
      "update claim set bank_step = 'instruct', bank_at = (disbursements -> -1 ->> 'orderedAt')::timestamptz " +
        "where status = 'disbursing'",
    );
    await runner.query('create index claim_at_bank on claim (bank_at) where bank_step is not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table claim drop column bank_step, drop column bank_at');
  }
}
