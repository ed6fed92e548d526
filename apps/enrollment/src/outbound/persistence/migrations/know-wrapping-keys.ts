import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Under which of the vault's keys a person's key is wrapped; null: under one of days before it was written down. */
export class KnowWrappingKeys1700000100800 implements MigrationInterface {
  readonly name = 'KnowWrappingKeys1700000100800';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table person add column wrapped_under text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table person drop column wrapped_under');
  }
}
