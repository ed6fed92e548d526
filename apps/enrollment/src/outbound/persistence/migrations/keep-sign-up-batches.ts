import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = [
  `create table sign_up_batch (
     batch_id uuid primary key,
     sender jsonb not null,
     cause jsonb not null,
     stated_at text,
     parts integer,
     rows integer not null default 0,
     next_part integer not null default 0,
     rows_done integer not null default 0,
     registered integer not null default 0,
     already_member integer not null default 0,
     refused integer not null default 0,
     malformed integer not null default 0,
     failed integer not null default 0,
     repeated integer not null default 0,
     received_at timestamptz not null default now(),
     begun_at timestamptz,
     moved_at timestamptz
   )`,
  `create index sign_up_batch_unfinished on sign_up_batch (moved_at nulls first, received_at)
     where parts is null or next_part < parts`,
  // what came in stands here sealed until it is answered, then its results
  `create table sign_up_batch_part (
     batch_id uuid not null references sign_up_batch on delete cascade,
     part integer not null,
     first_row integer not null,
     sealed bytea,
     results text,
     primary key (batch_id, part)
   )`,
  'alter table sign_up_batch_part alter column sealed set storage external',
];

/** Files of sign-ups, with how far each is. */
export class KeepSignUpBatches1700000100100 implements MigrationInterface {
  readonly name = 'KeepSignUpBatches1700000100100';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table sign_up_batch_part, sign_up_batch');
  }
}
