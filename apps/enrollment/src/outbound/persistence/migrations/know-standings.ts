import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = [
  // rows change with every payment: room in the page keeps the indexes out of it
  `create table standing (
     membership_id uuid primary key,
     taken integer not null,
     paid jsonb not null,
     lapsed_on date,
     look_on date,
     said_kind text,
     said_through date,
     said_count integer not null default 0,
     said_at timestamptz
   ) with (fillfactor = 80)`,
  'create index standing_to_look_at on standing (look_on) where look_on is not null',
  `create index membership_by_event on membership ((channel->>'campaign')) where event_cover is not null`,
];

/** Where memberships stand, as contribution tells it; what members were reminded of; who took part in which event. */
export class KnowStandings1700000100200 implements MigrationInterface {
  readonly name = 'KnowStandings1700000100200';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index membership_by_event');
    await runner.query('drop table standing');
  }
}
