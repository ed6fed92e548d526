import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who looked at whose data, and who destroyed it. */
export class AuditPersonalData1700000100400 implements MigrationInterface {
  readonly name = 'AuditPersonalData1700000100400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table personal_data_use (
         person_id uuid not null,
         used_at timestamptz not null,
         what text not null,
         actor text not null
       )`,
    );
    await runner.query('create index personal_data_use_by_person on personal_data_use (person_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table personal_data_use');
  }
}
