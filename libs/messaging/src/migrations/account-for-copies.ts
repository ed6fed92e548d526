import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the log has beside the first of each event counts with its digest, too; copies of before count without one. */
export class AccountForCopies1700000000600 implements MigrationInterface {
  readonly name = 'AccountForCopies1700000000600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table reading_account add column copies_digest bigint not null default 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table reading_account drop column copies_digest');
  }
}
