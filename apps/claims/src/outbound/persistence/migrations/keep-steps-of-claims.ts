import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was done with a claim, by whom and why; only ever appended to. */
const CLAIM_STEP = `
  create table claim_step (
    position bigint generated always as identity primary key,
    claim_id uuid not null,
    what text not null,
    by_subject text not null,
    at timestamptz not null,
    why text
  )`;

/** The course of claims: who did what, and what belongs to the situation that a claim is in. */
export class KeepStepsOfClaims1700000120000 implements MigrationInterface {
  readonly name = 'KeepStepsOfClaims1700000120000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CLAIM_STEP);
    await runner.query('create index claim_step_of on claim_step (claim_id, position)');
    await runner.query('alter table claim add column situation json');
    await runner.query("update claim set status = 'disbursing' where status = 'disbursed'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("update claim set status = 'disbursed' where status = 'disbursing'");
    await runner.query('alter table claim drop column situation');
    await runner.query('drop table claim_step');
  }
}
