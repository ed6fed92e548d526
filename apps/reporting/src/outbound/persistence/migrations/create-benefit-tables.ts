import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far each claim's events were taken, and what was paid on it, for what comes back later. */
const CLAIM_TAKEN = `
  create table claim_taken (
    claim_id uuid primary key,
    sequence integer not null,
    disbursements json not null
  ) with (fillfactor = 70)`;

/** Money that moved: one row for an event, what came back below nought. Without a region of the list: null. */
const BENEFIT_FACT = `
  create table benefit_fact (
    claim_id uuid not null,
    sequence integer not null,
    disbursement_id uuid not null,
    region text collate "C",
    programme text not null,
    benefit text not null,
    amount_rupiah bigint not null,
    moved_on date not null,
    primary key (claim_id, sequence)
  )`;

/** What the figures of benefits are added up from. */
export class CreateBenefitTables1700000003000 implements MigrationInterface {
  readonly name = 'CreateBenefitTables1700000003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CLAIM_TAKEN);
    await runner.query(BENEFIT_FACT);
    await runner.query('create index benefit_fact_by_region on benefit_fact (region, moved_on)');
    await runner.query('create index benefit_fact_by_day on benefit_fact (moved_on)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table benefit_fact, claim_taken');
  }
}
