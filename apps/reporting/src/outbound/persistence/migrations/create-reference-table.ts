import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rows are added and never change. `position` grows in the order in which rows become visible: writers take turns. */
const REFERENCE = `
  create table reference (
    kind text collate "C" not null,
    id text collate "C" not null,
    version integer not null,
    position bigint generated always as identity,
    content json not null,
    recorded_at timestamptz not null,
    primary key (kind, id, version)
  )`;

/** Denominators, targets and areas in all their versions. */
export class CreateReferenceTable1700000002000 implements MigrationInterface {
  readonly name = 'CreateReferenceTable1700000002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(REFERENCE);
    await runner.query('create unique index reference_position on reference (position)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table reference');
  }
}
