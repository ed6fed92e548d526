import type { MigrationInterface, QueryRunner } from 'typeorm';

const EVENTS = `
  create table event (
    position bigint generated always as identity,
    transaction_id xid8 not null default pg_current_xact_id(),
    lane smallint not null,
    topic text not null,
    key text not null,
    subject text not null,
    sequence bigint not null,
    event_id uuid not null,
    type text not null,
    data text,
    recorded_at timestamptz not null,
    correlation_id text not null,
    causation_id text not null,
    traceparent text,
    primary key (subject, topic, sequence)
  )`;

const RELAY = `
  create table relay_cursor (
    lane smallint primary key,
    transaction_id xid8 not null default '0',
    position bigint not null default 0,
    moved_at timestamptz not null default now()
  )`;

const POSITION = `
  create table consumer_position (
    consumer text not null,
    topic text not null,
    partition integer not null,
    next_offset bigint not null,
    moved_at timestamptz not null default now(),
    primary key (consumer, topic, partition)
  ) with (fillfactor = 50)`;

const PARKED = `
  create table parked_message (
    id bigint generated always as identity primary key,
    consumer text not null,
    topic text not null,
    partition integer not null,
    log_offset bigint not null,
    key bytea,
    headers json not null,
    value bytea,
    encrypted boolean not null,
    reason text not null,
    detail text not null,
    status text not null default 'waiting' check (status in ('waiting', 'retried', 'discarded')),
    parked_at timestamptz not null default now(),
    settled_at timestamptz,
    unique (consumer, topic, partition, log_offset)
  )`;

const HELD = `
  create table held_key (
    consumer text not null,
    topic text not null,
    partition integer not null,
    key bytea not null,
    since timestamptz not null default now(),
    primary key (consumer, topic, key)
  )`;

/** The tables that every service has: its log and outbox, the relay's cursor, its consumers' positions, what is parked. */
export class CreateMessagingTables1700000000000 implements MigrationInterface {
  readonly name = 'CreateMessagingTables1700000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(EVENTS);
    await runner.query('create index event_unsent on event (lane, transaction_id, position)');
    for (const table of [RELAY, POSITION, PARKED, HELD]) await runner.query(table);
    await runner.query('create index held_key_by_partition on held_key (consumer, topic, partition)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table event, relay_cursor, consumer_position, parked_message, held_key');
  }
}
