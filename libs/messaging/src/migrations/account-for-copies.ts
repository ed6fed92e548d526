import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Copies count with their digest, too. Where some were counted without one it is unknown, and stays so. */
export class AccountForCopies1700000000600 implements MigrationInterface {
  readonly name = 'AccountForCopies1700000000600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table reading_account add column copies_digest bigint default 0');
    await runner.query('update reading_account set copies_digest = null where copies > 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table reading_account drop column copies_digest');
  }
}
