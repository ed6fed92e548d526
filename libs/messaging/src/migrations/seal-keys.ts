import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = `
  alter table parked_message
    add column key_token bytea,
    add column key_sealed boolean not null default false`;

/** Where nothing is sealed no key is personal, and its digest will do; the others are sealed at opening. */
const TOKENS = `update parked_message set key_token = sha256(key) where not encrypted and key is not null`;

const BY_TOKEN = `
  create index parked_waiting_by_token on parked_message (consumer, topic, partition, key_token, log_offset)
  where status = 'waiting'`;

const BY_KEY = `
  create index parked_waiting_by_key on parked_message (consumer, topic, partition, sha256(key), log_offset)
  where status = 'waiting'`;

const HELD = `
  insert into held_key (consumer, topic, partition, key_token)
  select distinct consumer, topic, partition, key_token from parked_message
   where status = 'waiting' and key_token is not null`;

/** A message's key may be a person's number: it is kept as its content is, and known by a token. */
export class SealKeys1700000000500 implements MigrationInterface {
  readonly name = 'SealKeys1700000000500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COLUMNS);
    await runner.query(TOKENS);
    await runner.query('drop index parked_waiting_by_key');
    await runner.query(BY_TOKEN);
    await runner.query('delete from held_key');
    await runner.query('alter table held_key rename column key to key_token');
    await runner.query(HELD);
  }

  /** What is sealed cannot be opened here: its keys are held by their tokens until it is settled. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table held_key rename column key_token to key');
    await runner.query('drop index parked_waiting_by_token');
    await runner.query(BY_KEY);
    await runner.query('alter table parked_message drop column key_token, drop column key_sealed');
  }
}
