import { happened, plainBatch } from '#libs/kernel';
import type { WritePath } from '#libs/messaging';
import type { Database } from '#libs/persistence';
import { EvidenceFiles, type LookedAtFile } from '../../use-cases/evidence-files.js';

/** A request that takes longer than this to send its file has ended. */
const EXPECTED_FOR = `interval '1 hour'`;

const EXPECT = `
  with others as (
    update evidence_file set look_at = now() + ${EXPECTED_FOR} where claim_id = $2::uuid
  )
  insert into evidence_file (file_id, claim_id, look_at) values ($1::uuid, $2::uuid, now() + ${EXPECTED_FOR})`;

const DUE = `
  select file_id as "fileId", exists (
           select 1 from claim as c, json_array_elements(c.evidence) as item
            where c.claim_id = f.claim_id and item -> 'file' ->> 'fileId' = f.file_id::text) as "isOfClaim"
    from evidence_file as f where look_at <= now() order by look_at limit $1`;

const STAY = 'update evidence_file set look_at = null where file_id = any($1::uuid[])';
const GONE = 'delete from evidence_file where file_id = any($1::uuid[])';

/** Bytes of erased persons are looked for at once. */
export const LOOK_AT_FILES_OF = `
  update evidence_file set look_at = now()
   where claim_id in (select claim_id from claim where person_id = any($1::uuid[]))`;

/** Which files there should be, in PostgreSQL. */
export class PostgresEvidenceFiles extends EvidenceFiles {
  constructor(
    private readonly database: Database,
    private readonly writes: WritePath,
  ) {
    super();
  }

  override async expect(fileId: string, claimId: string): Promise<void> {
    await this.write([[EXPECT, [fileId, claimId]]]);
  }

  override due(limit: number): Promise<readonly LookedAtFile[]> {
    return this.database.query<LookedAtFile>(DUE, [limit]);
  }

  override async lookedAt(files: readonly LookedAtFile[]): Promise<void> {
    if (files.length === 0) return;
    const { stay = [], gone = [] } = Object.groupBy(files, ({ isOfClaim }) => (isOfClaim ? 'stay' : 'gone'));
    await this.write([
      [STAY, [stay.map(({ fileId }) => fileId)]],
      [GONE, [gone.map(({ fileId }) => fileId)]],
    ]);
  }

  private async write(statements: readonly (readonly [string, readonly unknown[]])[]): Promise<void> {
    await this.writes.run(plainBatch(statements), async (tx, items) => {
      for (const [sql, params] of items) await tx.query(sql, params);
      return items.map((item) => happened(item));
    });
  }
}
