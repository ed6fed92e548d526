import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far memberships came, as the hot path leaves it, a batch a row; the roll-up takes it away. */
const FUNNEL_BATCH = `
  create table funnel_batch (
    id bigint generated always as identity primary key,
    regions text[] not null,
    registered_on integer[] not null,
    channels smallint[] not null,
    channel_codes text[] not null,
    campaigns text[] not null,
    milestones smallint[] not null,
    memberships integer[] not null
  )`;

/** Memberships by where, when and how they began and how far they came; for regions of residence, regencies, the country. */
const FUNNEL_CELL = `
  create table funnel_cell (
    region text collate "C" not null,
    registered_on date not null,
    channel smallint not null,
    channel_code text collate "C" not null,
    campaign text collate "C" not null,
    milestone smallint not null,
    memberships integer not null,
    primary key (region, registered_on, channel, channel_code, campaign, milestone)
  )`;

/** What the funnel is added up from. */
export class CreateFunnelTables1700000005000 implements MigrationInterface {
  readonly name = 'CreateFunnelTables1700000005000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of [FUNNEL_BATCH, FUNNEL_CELL]) await runner.query(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table funnel_batch, funnel_cell');
  }
}
