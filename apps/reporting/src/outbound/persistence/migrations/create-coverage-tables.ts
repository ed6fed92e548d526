import type { MigrationInterface, QueryRunner } from 'typeorm';

const PERSON_STATE = `
  create table person_state (
    person_id uuid primary key,
    history bytea not null
  ) with (fillfactor = 70)`;

/** Steps as the hot path leaves them, a batch a row; the roll-up takes them away. */
const STEP_BATCH = `
  create table step_batch (
    id bigint generated always as identity primary key,
    measures smallint[] not null,
    regions text[] not null,
    scopes text[] not null,
    signatures text[] not null,
    effective_on integer[] not null,
    known_on integer[] not null,
    causes smallint[] not null,
    persons integer[] not null,
    written_at timestamptz not null default clock_timestamp()
  )`;

const CELL_COLUMNS = `
    measure smallint not null,
    region text collate "C" not null,
    scope text collate "C" not null,`;

/** Everything: as of any day, known on any day, and why; for regions of residence, regencies and the country. */
const COVERAGE_CELL = `
  create table coverage_cell (${CELL_COLUMNS}
    known_on date not null,
    effective_on date not null,
    signature text collate "C" not null,
    cause smallint not null,
    persons integer not null,
    primary key (measure, region, scope, known_on, effective_on, signature, cause)
  )`;

/** As known now, at all five levels: what changes on a day. */
const COVERAGE_DAY = `
  create table coverage_day (${CELL_COLUMNS}
    effective_on date not null,
    signature text collate "C" not null,
    persons integer not null,
    primary key (measure, region, scope, effective_on, signature)
  )`;

/** As known now: what changes within a month, so that a question adds up months, and days of one month only. */
const COVERAGE_MONTH = `
  create table coverage_month (${CELL_COLUMNS}
    month date not null,
    signature text collate "C" not null,
    persons integer not null,
    primary key (measure, region, scope, month, signature)
  )`;

/** What was taken from each partition: one row, written by the partition's owner alone. */
const READING = `
  create table reading (
    topic text not null,
    partition integer not null,
    events bigint not null,
    recorded_through timestamptz not null,
    primary key (topic, partition)
  ) with (fillfactor = 50)`;

/** How far the figures are. Its version counts roll-ups that changed something; days begin by themselves, through one. */
const ROLL_UP = `
  create table roll_up (
    only_one boolean primary key default true check (only_one),
    version bigint not null default 0,
    applied bigint not null default 0,
    recorded_through timestamptz,
    lag_ms integer not null default 0,
    published_through date
  )`;

/** Regions whose figure may differ from the one published last, and since which version of the figures. */
const CHANGED_REGION = `
  create table changed_region (
    region text collate "C" primary key,
    version bigint not null
  )`;

const PUBLISHED_REGION = `
  create table published_region (
    region text collate "C" primary key,
    sequence bigint not null,
    digest text not null,
    published_at timestamptz not null
  ) with (fillfactor = 70)`;

const TABLES = [
  PERSON_STATE,
  'alter table person_state alter column history set storage external',
  STEP_BATCH,
  COVERAGE_CELL,
  COVERAGE_DAY,
  COVERAGE_MONTH,
  READING,
  ROLL_UP,
  'insert into roll_up default values',
  CHANGED_REGION,
  PUBLISHED_REGION,
];

/** Histories of persons, the steps that they make, and the cells that figures are read from. */
export class CreateCoverageTables1700000001000 implements MigrationInterface {
  readonly name = 'CreateCoverageTables1700000001000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table person_state, step_batch, coverage_cell, coverage_day, coverage_month');
    await runner.query('drop table reading, roll_up, changed_region, published_region');
  }
}
