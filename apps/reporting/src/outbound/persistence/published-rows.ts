import type { NewEvent } from '#libs/contracts';
import type { Transaction } from '#libs/persistence';
import type { RegionFigure } from '../../use-cases/publish-coverage-when-figures-move.js';

const PUBLISHED = `
  select region, sequence::integer, digest, to_json(published_at) #>> '{}' as published_at
  from published_region where region = any($1)`;

const NOTE = `
  insert into published_region (region, sequence, digest, published_at)
  select * from unnest($1::text[], $2::bigint[], $3::text[], $4::timestamptz[])
  on conflict (region) do update
  set sequence = excluded.sequence, digest = excluded.digest, published_at = excluded.published_at`;

/** Everybody locks them in this order: else a roll-up and a publication could wait for each other crosswise. */
const STILL_THERE = 'select region from changed_region where region = any($1) order by region for update';

/** A region that changed again meanwhile has another version, and stays to be published again. */
const SETTLE = `
  delete from changed_region using unnest($1::text[], $2::bigint[]) as done (region, version)
  where changed_region.region = done.region and changed_region.version = done.version`;

/** What was published last of a region. */
export interface Published {
  readonly sequence: number;
  readonly digest: string;
  readonly publishedAt: string;
}

const regionsOf = (figures: readonly RegionFigure[]) => figures.map(({ region }) => region);

/** What was published last of each of these regions, as far as anything was. */
export const publishedBefore = async (
  tx: Transaction,
  figures: readonly RegionFigure[],
): Promise<Map<string, Published>> => {
  const rows = await tx.query<{ region: string; sequence: number; digest: string; published_at: string }>(
    PUBLISHED,
    [regionsOf(figures)],
  );
  return new Map(
    rows.map(({ region, published_at, ...row }) => [region, { ...row, publishedAt: published_at }]),
  );
};

/**
 * Those that nobody else has published since they were asked for: the figure of another replica may be newer. Their marks
 * stay locked. Whoever publishes does so alone.
 */
export const notOvertaken = async (
  tx: Transaction,
  figures: readonly RegionFigure[],
  before: ReadonlyMap<string, Published>,
): Promise<readonly RegionFigure[]> => {
  const rows = await tx.query<{ region: string }>(STILL_THERE, [regionsOf(figures)]);
  const there = new Set(rows.map(({ region }) => region));
  return figures.filter(
    ({ region, sequence }) => there.has(region) && (before.get(region)?.sequence ?? 0) === sequence,
  );
};

/** Takes the marks of these regions away, but not of those that changed again. */
export const settleChanged = async (tx: Transaction, figures: readonly RegionFigure[]): Promise<void> => {
  await tx.query(SETTLE, [regionsOf(figures), figures.map(({ version }) => version)]);
};

/** Notes what is published now. */
export const notePublished = async (
  tx: Transaction,
  events: readonly NewEvent[],
  digests: readonly string[],
): Promise<void> => {
  if (events.length === 0) return;
  await tx.query(NOTE, [
    events.map(({ key }) => key),
    events.map(({ sequence }) => sequence),
    digests,
    events.map(({ recordedAt }) => recordedAt),
  ]);
};
