import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The relay keeps in mind which cluster, and which of its timelines, its cursor speaks of. */
export class KnowTheCluster1700000000200 implements MigrationInterface {
  readonly name = 'KnowTheCluster1700000000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table relay_cursor add column cluster text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table relay_cursor drop column cluster');
  }
}
