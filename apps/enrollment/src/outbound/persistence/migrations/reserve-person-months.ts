import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = [
  // the last wall: what decides is the domain
  `create table budget (
     code text primary key,
     granted integer not null,
     reserved integer not null check (reserved >= 0),
     check (reserved <= granted)
   )`,
  `create table reservation (
     membership_id uuid primary key,
     code text not null,
     from_month text not null,
     months integer not null check (months > 0)
   )`,
  'create index reservation_by_sponsor on reservation (code)',
];

/** Person-months that sponsors have granted, and whose they became. */
export class ReservePersonMonths1700000100300 implements MigrationInterface {
  readonly name = 'ReservePersonMonths1700000100300';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table reservation, budget');
  }
}
