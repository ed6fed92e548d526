import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What became of codes of residence: of regions that were split, merged or renumbered, and of unknown ones. */
export class ChangeRegions1700000100900 implements MigrationInterface {
  readonly name = 'ChangeRegions1700000100900';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table region_change (
         code text primary key,
         becomes text not null,
         from_day date,
         recorded_at timestamptz not null
       )`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table region_change');
  }
}
