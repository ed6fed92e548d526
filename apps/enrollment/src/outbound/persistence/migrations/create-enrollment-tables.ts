import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = [
  // Erasing a person takes away both the token and the key, which leaves the vault's records unreadable.
  `create table person (
     person_id uuid primary key,
     nik_token text unique check (length(nik_token) = 43),
     vault_key bytea
   )`,
  `create table vault (
     person_id uuid not null,
     membership_id uuid not null,
     sealed bytea not null,
     primary key (person_id, membership_id)
   )`,
  `create table membership (
     membership_id uuid primary key,
     person_id uuid not null,
     member_number text not null unique,
     sign_up_id uuid not null,
     segment text not null,
     employer text,
     event_cover jsonb,
     channel jsonb not null,
     consent jsonb not null,
     registered_on date not null,
     starts_on date not null,
     terms jsonb not null,
     changes jsonb not null default '[]',
     ended_on date,
     end_reason text,
     version integer not null default 1,
     recorded_at timestamptz not null
   )`,
  'create index membership_by_person on membership (person_id)',
  `create index membership_event_cover on membership ((event_cover->>'through'))
     where event_cover is not null and ended_on is null`,
  `create table sign_up (
     sign_up_id uuid primary key,
     content_hash text not null,
     channel_code text not null,
     residence text,
     result jsonb not null,
     version integer not null,
     recorded_at timestamptz not null
   )`,
  `create table sign_up_conflict (
     sign_up_id uuid not null,
     content_hash text not null,
     primary key (sign_up_id, content_hash)
   )`,
  `create table register (
     code text not null,
     kind text not null,
     entry jsonb not null,
     version integer not null,
     recorded_at timestamptz not null,
     primary key (code, kind)
   )`,
  // nine digits of the member number
  'create sequence member_serial maxvalue 999999999',
];

/** Persons, memberships, sign-ups, registers, and the vault with what identifies people. */
export class CreateEnrollmentTables1700000100000 implements MigrationInterface {
  readonly name = 'CreateEnrollmentTables1700000100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table person, vault, membership, sign_up, sign_up_conflict, register');
    await runner.query('drop sequence member_serial');
  }
}
