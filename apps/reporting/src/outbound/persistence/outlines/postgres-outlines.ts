import type { Batch, Outcome } from '#libs/kernel';
import type { WritePath } from '#libs/messaging';
import type { Database, Transaction } from '#libs/persistence';
import type { Outline } from '../../../domain/outlines/outline.js';
import { regionAbove } from '../../../domain/regions/region-tree.js';
import { Outlines } from '../../../use-cases/outlines.js';

/** One writer at a time, so that positions become visible in their order and the highest tells what was recorded. */
const LOCK = 'region outlines';

const LOAD = 'select code, polygons from region_outline where code = any($1::text[])';

const KEEP = `
  insert into region_outline (code, above, polygons)
  select * from unnest($1::text[], $2::text[], $3::json[])
  on conflict (code) do update set polygons = excluded.polygons, position = default`;

const VERSION = 'select coalesce(max(position), 0) as version from region_outline where above = $1';

const WITHIN = 'select code, polygons from region_outline where above = $1 order by code';

type Decide = (stated: Outline, known: Outline | null) => Outcome<Outline>;

const load = async (tx: Transaction, stated: readonly Outline[]): Promise<Map<string, Outline>> => {
  const rows = await tx.query<Outline>(LOAD, [stated.map(({ code }) => code)]);
  return new Map(rows.map((row) => [row.code, row]));
};

const keep = async (tx: Transaction, outlines: readonly Outline[]): Promise<void> => {
  if (outlines.length === 0) return;
  await tx.query(KEEP, [
    outlines.map(({ code }) => code),
    outlines.map(({ code }) => regionAbove(code)),
    outlines.map(({ polygons }) => JSON.stringify(polygons)),
  ]);
};

/** The outlines in PostgreSQL, one row for a region. */
export class PostgresOutlines extends Outlines {
  constructor(
    private readonly database: Database,
    private readonly writes: WritePath,
  ) {
    super();
  }

  override change(batch: Batch<Outline>, decide: Decide): Promise<readonly Outcome<Outline>[]> {
    return this.writes.run(batch, async (tx, outlines) => {
      await tx.lock([LOCK]);
      const known = await load(tx, outlines);
      const changed = new Map<string, Outline>();
      const outcomes = outlines.map((stated) => {
        const outcome = decide(stated, changed.get(stated.code) ?? known.get(stated.code) ?? null);
        if (outcome.kind === 'happened') changed.set(stated.code, outcome.events[0]);
        return outcome;
      });
      await keep(tx, [...changed.values()]);
      return outcomes;
    });
  }

  override async versionWithin(region: string): Promise<number> {
    const [row] = await this.database.query<{ version: string }>(VERSION, [region]);
    return Number(row!.version);
  }

  override async within(region: string): Promise<readonly Outline[]> {
    return this.database.query<Outline>(WITHIN, [region]);
  }
}
