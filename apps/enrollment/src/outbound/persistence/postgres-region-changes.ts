import type { Clock, Outcome } from '#libs/kernel';
import type { Database } from '#libs/persistence';
import type { RegionChange, RegionChanged } from '../../domain/region/region-change.js';
import {
  RegionChanges,
  type Concerned,
  type RecordedRegionChange,
  type RegionChangeCommand,
} from '../../use-cases/region-changes.js';
import { loadRegionChanges } from './region-change-rows.js';

const RECORD = 'insert into region_change (code, becomes, from_day, recorded_at) values ($1, $2, $3, $4)';

/** Whoever has stated a code at registration or by a change of residence. */
const CONCERNED = `
  select membership_id as "membershipId", c.code, becomes, from_day::text as "from", c.recorded_at as "recordedAt"
    from membership m join region_change c
         on m.terms->>'residence' = c.code
         or m.changes <> '[]' and jsonb_path_exists(m.changes, '$[*].changes.residence ? (@ == $code)',
                                                    jsonb_build_object('code', c.code))
   where $1::uuid is null or (membership_id, c.code) > ($1, $2)
   order by membership_id, c.code limit $3`;

type ConcernedRow = Omit<RecordedRegionChange, 'recordedAt'> & {
  readonly membershipId: string;
  readonly recordedAt: Date;
};

/** Changes of regions in PostgreSQL. */
export class PostgresRegionChanges extends RegionChanges {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super();
  }

  override record(
    { change, recordedAt }: RegionChangeCommand,
    decide: (changeOf: (code: string) => RegionChange | null) => Outcome<RegionChanged>,
  ): Promise<Outcome<RegionChanged>> {
    return this.database.transaction(async (tx) => {
      await tx.lock(['region-changes']);
      const known = new Map((await loadRegionChanges(tx)).map((one) => [one.code, one]));
      const outcome = decide((code) => known.get(code) ?? null);
      const { code, becomes, from } = change;
      if (outcome.kind === 'happened')
        await tx.query(RECORD, [code, becomes, from, this.clock.recordedAt(recordedAt)]);
      return outcome;
    });
  }

  override all(): Promise<readonly RecordedRegionChange[]> {
    return loadRegionChanges(this.database);
  }

  override async concerned(after: Concerned | null, limit: number): Promise<readonly Concerned[]> {
    const rows = await this.database.query<ConcernedRow>(CONCERNED, [
      after?.membershipId ?? null,
      after?.change.code ?? null,
      limit,
    ]);
    return rows.map(({ membershipId, recordedAt, ...change }) => ({
      membershipId,
      change: { ...change, recordedAt: recordedAt.toISOString() },
    }));
  }
}
