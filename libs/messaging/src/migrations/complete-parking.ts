import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = `
  alter table parked_message
    add column timestamp_ms bigint,
    add column sender text,
    add column retries integer not null default 0,
    add column corrected_key bytea,
    add column corrected_headers json,
    add column corrected_value bytea,
    add column corrected_by text,
    add column corrected_at timestamptz,
    add column settled_by text,
    add column note text`;

/** The digest, since an index takes no entry as long as a key may be. */
const BY_KEY = `
  create index parked_waiting_by_key on parked_message (consumer, topic, partition, sha256(key), log_offset)
  where status = 'waiting'`;

const BY_SENDER = `
  create index parked_waiting_by_sender on parked_message (sender, id)
  where status = 'waiting' and sender is not null`;

/** Senders may spread one key over partitions; each of them has an order of its own. */
const HELD = `
  alter table held_key drop constraint held_key_pkey, add primary key (consumer, topic, partition, key)`;

/** What retrying, correcting and discarding need to know, and whose a parked message is. */
export class CompleteParking1700000000100 implements MigrationInterface {
  readonly name = 'CompleteParking1700000000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COLUMNS);
    await runner.query(BY_KEY);
    await runner.query(BY_SENDER);
    await runner.query(`create index parked_waiting on parked_message (id) where status = 'waiting'`);
    await runner.query(
      `create index parked_settled on parked_message (settled_at) where status <> 'waiting'`,
    );
    await runner.query('drop index held_key_by_partition');
    await runner.query(HELD);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table held_key drop constraint held_key_pkey, add primary key (consumer, topic, key)',
    );
    await runner.query('create index held_key_by_partition on held_key (consumer, topic, partition)');
    await runner.query(
      'drop index parked_settled, parked_waiting, parked_waiting_by_sender, parked_waiting_by_key',
    );
    await runner.query(`
      alter table parked_message
        drop column timestamp_ms, drop column sender, drop column retries, drop column corrected_key,
        drop column corrected_headers, drop column corrected_value, drop column corrected_by,
        drop column corrected_at, drop column settled_by, drop column note`);
  }
}
