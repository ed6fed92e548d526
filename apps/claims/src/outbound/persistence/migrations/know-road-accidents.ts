import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether a claim is for an accident in traffic, which needs papers of its own. */
export class KnowRoadAccidents1700000180000 implements MigrationInterface {
  readonly name = 'KnowRoadAccidents1700000180000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table claim add column is_road_accident boolean not null default false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table claim drop column is_road_accident');
  }
}
