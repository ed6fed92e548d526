import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  'alter table register add column entry_version integer not null default 0',
  // what was said of entries of earlier days counts on: whoever reads them takes the next one for newer
  'update register set entry_version = version',
  `create index register_channels_below on register ((entry->>'parent')) where kind = 'channel'`,
];

/** How often something was said of an entry of one register, apart from equal codes in others. */
export class KeepRegistersApart1700000100600 implements MigrationInterface {
  readonly name = 'KeepRegistersApart1700000100600';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index register_channels_below');
    await runner.query('alter table register drop column entry_version');
  }
}
