import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An event of a newer writer that is passed over has its place among those of its subject. */
export class KnowPassedOverEvents1700000000300 implements MigrationInterface {
  readonly name = 'KnowPassedOverEvents1700000000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table passed_over_event (
        consumer text not null,
        topic text not null,
        subject text not null,
        sequence bigint not null,
        primary key (consumer, topic, subject, sequence)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table passed_over_event');
  }
}
