import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that were kept, each for a claim; `look_at`: when it is to be seen whether the claim has it, null: it had it last. */
const FILE = `
  create table evidence_file (
    file_id uuid primary key,
    claim_id uuid not null,
    look_at timestamptz
  )`;

/** Which bytes are there for which claim, so that none stay that no claim has. */
export class KnowFilesOfEvidence1700000140000 implements MigrationInterface {
  readonly name = 'KnowFilesOfEvidence1700000140000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FILE);
    await runner.query('create index evidence_file_by_claim on evidence_file (claim_id)');
    await runner.query(
      'create index evidence_file_to_look_at on evidence_file (look_at) where look_at is not null',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table evidence_file');
  }
}
