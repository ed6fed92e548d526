import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which request a gateway's own number of the day was given to. */
export class KnowExternalIds1700000220000 implements MigrationInterface {
  readonly name = 'KnowExternalIds1700000220000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table external_id (
        gateway text not null,
        day date not null,
        service text not null,
        external_id text not null,
        request_id text not null,
        primary key (day, gateway, service, external_id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table external_id');
  }
}
