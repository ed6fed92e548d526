import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When the occupational disease was diagnosed that a claim is for; null: it is for none. */
export class KnowOccupationalDiseases1700000160000 implements MigrationInterface {
  readonly name = 'KnowOccupationalDiseases1700000160000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table claim add column diagnosed_on date');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table claim drop column diagnosed_on');
  }
}
