import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the amount of a claim is computed from. */
export class AddFindings1700000110000 implements MigrationInterface {
  readonly name = 'AddFindings1700000110000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table claim add column findings json');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table claim drop column findings');
  }
}
