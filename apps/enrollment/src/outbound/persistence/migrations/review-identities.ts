import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `create table identity_review (
     membership_id uuid primary key,
     person_id uuid not null,
     differs text[] not null,
     channel_code text not null,
     residence text,
     opened_at timestamptz not null,
     verdict text,
     settled_at timestamptz,
     settled_by text
   )`,
  'create index identity_review_open on identity_review (opened_at, membership_id) where verdict is null',
  'create index identity_review_by_person on identity_review (person_id)',
  // whoever turned out to be somebody else: what was kept of it stands with that person
  'alter table person add column merged_into uuid',
  'create index person_merged on person (merged_into) where merged_into is not null',
  // also a look that found nobody counts
  'alter table personal_data_use alter column person_id drop not null',
  'create index personal_data_use_by_actor on personal_data_use (actor, used_at)',
];

/** Who may be two persons, who turned out to be one, and how often somebody looked people up. */
export class ReviewIdentities1700000100700 implements MigrationInterface {
  readonly name = 'ReviewIdentities1700000100700';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index personal_data_use_by_actor');
    await runner.query('delete from personal_data_use where person_id is null');
    await runner.query('alter table personal_data_use alter column person_id set not null');
    await runner.query('alter table person drop column merged_into');
    await runner.query('drop table identity_review');
  }
}
