import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What owners said of their logs, until it was compared. */
const OWNER_STATEMENT = `
  create table owner_statement (
    topic text not null,
    partition integer not null,
    after bigint not null,
    count bigint not null,
    digest bigint not null,
    digests bytea not null,
    recorded_through timestamptz not null,
    heard_at timestamptz not null default clock_timestamp(),
    primary key (topic, partition, after, count)
  )`;

/** How far a partition is proven; of what the owner said last, how far that goes. */
const PROVEN_PARTITION = `
  create table proven_partition (
    topic text not null,
    partition integer not null,
    events bigint not null,
    digest bigint not null,
    strangers bigint not null,
    log_offset bigint,
    recorded_through timestamptz,
    flaw json,
    primary key (topic, partition)
  ) with (fillfactor = 50)`;

/** What figures are proven by. */
export class CreateProofTables1700000004000 implements MigrationInterface {
  readonly name = 'CreateProofTables1700000004000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of [OWNER_STATEMENT, PROVEN_PARTITION]) await runner.query(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table owner_statement, proven_partition');
  }
}
