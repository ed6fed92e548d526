import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Claims, as far as memberships end by them. */
export class FollowClaims1700000100500 implements MigrationInterface {
  readonly name = 'FollowClaims1700000100500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table claim (
         claim_id uuid primary key,
         person_id uuid not null,
         membership_id uuid not null,
         benefit text not null,
         occurred_on date not null,
         settles text,
         taken integer not null
       )`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table claim');
  }
}
