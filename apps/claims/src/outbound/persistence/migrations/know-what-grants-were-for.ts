import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What grants to persons who were erased were for, without what tells of the person. */
export class KnowWhatGrantsWereFor1700000170000 implements MigrationInterface {
  readonly name = 'KnowWhatGrantsWereFor1700000170000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table claim add column granted_for json');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table claim drop column granted_for');
  }
}
