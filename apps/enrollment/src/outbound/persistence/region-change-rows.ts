import type { RecordedRegionChange } from '../../use-cases/region-changes.js';
import type { Queries } from './queries.js';

const CHANGES = `
  select code, becomes, from_day::text as "from", recorded_at as "recordedAt" from region_change order by code`;

/** What became of codes: some dozens in a year, for the whole country. */
export const loadRegionChanges = async (db: Queries): Promise<readonly RecordedRegionChange[]> => {
  const rows = await db.query<Omit<RecordedRegionChange, 'recordedAt'> & { readonly recordedAt: Date }>(
    CHANGES,
  );
  return rows.map((row) => ({ ...row, recordedAt: row.recordedAt.toISOString() }));
};
