import type { MigrationInterface, QueryRunner } from 'typeorm';

const PAYER_CODE = `(terms->'payer'->>'code')`;

/** Whom a sponsor pays for is asked of few of all memberships. */
export class FindSponsoredMembers1700000101000 implements MigrationInterface {
  readonly name = 'FindSponsoredMembers1700000101000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index membership_by_payer on membership (${PAYER_CODE}) where ${PAYER_CODE} is not null`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index membership_by_payer');
  }
}
