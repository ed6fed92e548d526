import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rebuilds of the figures. Their tables lie in the schema `beside`, which comes and goes with them. */
const REBUILD = `
  create table rebuild (
    id uuid primary key,
    number bigint generated always as identity,
    status text not null,
    asked_by text not null,
    asked_at timestamptz not null default now(),
    ended_at timestamptz,
    per_second_max integer,
    epoch integer not null default 0,
    messages_read bigint not null default 0,
    messages_total bigint not null default 0,
    messages_per_second integer not null default 0,
    comparison json,
    trouble text
  ) with (fillfactor = 50)`;

/** At most one is under way. */
const ONE = `
  create unique index rebuild_under_way on rebuild ((true))
  where status in ('loading', 'comparing', 'ready', 'switching', 'rolling-back')`;

/** What was asked of the figures' rebuilding. */
export class CreateRebuildTable1700000007000 implements MigrationInterface {
  readonly name = 'CreateRebuildTable1700000007000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(REBUILD);
    await runner.query(ONE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema if exists beside cascade');
    await runner.query('drop table rebuild');
  }
}
