import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a region looks like on a map: rings of positions in degrees, as text, since nothing is asked of what they hold.
 * `position` is new whenever an outline is, and grows in the order in which rows become visible: writers take turns.
 */
const REGION_OUTLINE = `
  create table region_outline (
    code text collate "C" primary key,
    above text collate "C" not null,
    position bigint generated always as identity,
    polygons json not null
  )`;

/** Outlines of regions, as an operator imported them. */
export class CreateRegionOutlineTable1700000005200 implements MigrationInterface {
  readonly name = 'CreateRegionOutlineTable1700000005200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(REGION_OUTLINE);
    await runner.query('create index region_outline_within on region_outline (above, position)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table region_outline');
  }
}
