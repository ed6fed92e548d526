import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Under which accounts are kept, so that nobody finds out a number by trying all: 244 bits of chance. */
const KEY = `
  create table account_key as
  select decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex') as key`;

/** Which claims go to one account, without keeping the account. */
export class KnowAccountsOfClaims1700000150000 implements MigrationInterface {
  readonly name = 'KnowAccountsOfClaims1700000150000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(KEY);
    await runner.query('alter table claim add column account_token text');
    await runner.query(
      'create index claim_by_account on claim (account_token) where account_token is not null',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table claim drop column account_token');
    await runner.query('drop table account_key');
  }
}
