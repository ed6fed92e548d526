import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far the account of a lane's events has come. */
const LOG_CURSOR = `
  create table log_cursor (
    lane smallint primary key,
    transaction_id xid8 not null default '0',
    position bigint not null default 0
  )`;

/** What the service has said to each partition of its lasting topics. */
const LOG_ACCOUNT = `
  create table log_account (
    topic text not null,
    partition integer not null,
    events bigint not null,
    digest bigint not null,
    checkpoints bigint not null,
    recorded_through timestamptz not null,
    primary key (topic, partition)
  ) with (fillfactor = 50)`;

/** What a reader has taken of each partition: one row, written by the partition's owner alone. */
const READING_ACCOUNT = `
  create table reading_account (
    consumer text not null,
    topic text not null,
    partition integer not null,
    began_at bigint not null,
    events bigint not null,
    digest bigint not null,
    copies bigint not null,
    primary key (consumer, topic, partition)
  ) with (fillfactor = 50)`;

/** The events that it has taken and that were not yet compared with what their service says: a batch a row. */
const READ_EVENTS = `
  create table read_events (
    id bigint generated always as identity primary key,
    consumer text not null,
    topic text not null,
    partition integer not null,
    offsets bigint[] not null,
    parked boolean[] not null,
    digests bytea not null
  )`;

/** The sum modulo 2⁶⁴: digests are 64 bits, and a sum of them must not overflow. */
const ADD_DIGESTS = `
  create function add_digests(a bigint, b bigint) returns bigint language sql immutable parallel safe as
  'select (mod(a::numeric + b::numeric + 27670116110564327424, 18446744073709551616) - 9223372036854775808)::bigint'`;

/** Accounts of what was said and of what was taken, to be held against each other. */
export class KeepAccounts1700000000400 implements MigrationInterface {
  readonly name = 'KeepAccounts1700000000400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table event add column digest bigint');
    await runner.query(ADD_DIGESTS);
    for (const table of [LOG_CURSOR, LOG_ACCOUNT, READING_ACCOUNT, READ_EVENTS]) await runner.query(table);
    await runner.query('create index read_events_in_order on read_events (consumer, topic, partition, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table log_cursor, log_account, reading_account, read_events');
    await runner.query('drop function add_digests');
    await runner.query('alter table event drop column digest');
  }
}
