import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A cover grows with each contribution and is written anew: room in the page keeps the new version beside the old. */
const PERSON_COVER = `
  create table person_cover (
    person_id uuid primary key,
    cover json not null
  ) with (fillfactor = 70)`;

/** Whose membership it is: claims name memberships, covers lie with persons. */
const MEMBER = `
  create table member (
    membership_id uuid primary key,
    person_id uuid not null
  )`;

const CLAIM = `
  create table claim (
    claim_id uuid primary key,
    listed bigint generated always as identity,
    person_id uuid not null,
    membership_id uuid not null,
    programme text not null,
    benefit text not null,
    occurred_on date not null,
    submitted_at timestamptz not null,
    residence text,
    description text,
    content_hash text not null,
    status text not null,
    version integer not null,
    recorded_at timestamptz not null,
    evidence json not null,
    verification json,
    decision json,
    disbursements json
  ) with (fillfactor = 80)`;

/** Everyone's cover as it was published, and the claims. */
export class CreateClaimsTables1700000100000 implements MigrationInterface {
  readonly name = 'CreateClaimsTables1700000100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of [PERSON_COVER, MEMBER, CLAIM]) await runner.query(table);
    await runner.query('create unique index claim_listed on claim (listed)');
    await runner.query('create index claim_by_person on claim (person_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table claim, member, person_cover');
  }
}
