import { createHash } from 'node:crypto';
import { coverageChanged, newEvent, type CoverageChanged, type NewEvent } from '#libs/contracts';
import { happened, ignored, type Clock, type Day, type Ids, type Outcome } from '#libs/kernel';
import type { EventLog, WritePath } from '#libs/messaging';
import type { Database, Transaction } from '#libs/persistence';
import { MEASURES, readingsOf } from '../../domain/coverage/measures.js';
import {
  ChangedRegions,
  type ChangedRegion,
  type RegionFigure,
} from '../../use-cases/publish-coverage-when-figures-move.js';

const LOCK = 'coverage-publication';

const SOME = 'select region, version::integer from changed_region order by version, region limit $1';

/** A region that changed again meanwhile has another version, and stays. */
const SETTLE = `
  delete from changed_region using unnest($1::text[], $2::bigint[]) as done (region, version)
  where changed_region.region = done.region and changed_region.version = done.version
  returning changed_region.region`;

const PUBLISHED = `
  select region, sequence::integer, digest, to_json(published_at) #>> '{}' as published_at
  from published_region where region = any($1)`;

const NOTE = `
  insert into published_region (region, sequence, digest, published_at)
  select * from unnest($1::text[], $2::bigint[], $3::text[], $4::timestamptz[])
  on conflict (region) do update
  set sequence = excluded.sequence, digest = excluded.digest, published_at = excluded.published_at`;

/** The measures whose cells make up who is active. */
const ACTIVE = readingsOf('active', 0)
  .map(({ measure }) => MEASURES.indexOf(measure))
  .join(', ');

const BEGIN_DAY = `
  with before as (select published_through as day, version from roll_up),
  began as (
    update roll_up set published_through = $1 where published_through is null or published_through < $1
    returning version
  )
  insert into changed_region (region, version)
  select distinct region, began.version from coverage_day, began, before
  where measure in (${ACTIVE}) and scope = '' and effective_on <= $1
    and (before.day is null or effective_on > before.day) and region <> 'unmapped'
  union
  select region, began.version from began, reference, json_array_elements_text(content -> 'regions') as region
  on conflict (region) do update set version = excluded.version`;

const NOTE_REFERENCES = `
  with recent as (select position, content from reference where position > $1 and kind in ('denominator', 'target')),
  noted as (
    insert into changed_region (region, version)
    select distinct region, version from recent, json_array_elements_text(content -> 'regions') as region, roll_up
    on conflict (region) do nothing
  )
  select max(position) as position from recent`;

interface Published {
  readonly sequence: number;
  readonly digest: string;
  readonly publishedAt: string;
}

/** What tells two figures apart; the day that they speak of does not, or each would be told anew each day. */
const digestOf = ({ asOf: _asOf, ...figure }: CoverageChanged): string =>
  createHash('sha256').update(JSON.stringify(figure)).digest('base64url');

const laterOf = (a: string, b: string) => (Date.parse(a) >= Date.parse(b) ? a : b);

const publishedBefore = async (
  tx: Transaction,
  regions: readonly string[],
): Promise<Map<string, Published>> => {
  const rows = await tx.query<{ region: string; sequence: number; digest: string; published_at: string }>(
    PUBLISHED,
    [regions],
  );
  return new Map(
    rows.map(({ region, published_at, ...row }) => [region, { ...row, publishedAt: published_at }]),
  );
};

const note = async (
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

/** Which regions have to be published, in PostgreSQL; figures go out through the log of events. */
export class PostgresChangedRegions extends ChangedRegions {
  private notedThrough = 0;

  constructor(
    private readonly database: Database,
    private readonly writes: WritePath,
    private readonly events: EventLog,
    private readonly given: { readonly clock: Clock; readonly ids: Ids },
  ) {
    super();
  }

  override some(limit: number): Promise<readonly ChangedRegion[]> {
    return this.database.query<ChangedRegion>(SOME, [limit]);
  }

  override async publish(figures: readonly RegionFigure[]): Promise<void> {
    const batch = { items: figures, open: async () => figures, settle: async () => undefined };
    await this.writes.run(batch, (tx, items) => this.append(tx, items));
  }

  override async beginDay(today: Day): Promise<void> {
    await this.database.query(BEGIN_DAY, [today]);
  }

  override async noteReferences(): Promise<boolean> {
    const [row] = await this.database.query<{ position: string | null }>(NOTE_REFERENCES, [
      this.notedThrough,
    ]);
    const position = Number(row?.position ?? 0);
    const isNew = position > this.notedThrough;
    if (isNew) this.notedThrough = position;
    return isNew;
  }

  private async append(
    tx: Transaction,
    figures: readonly RegionFigure[],
  ): Promise<readonly Outcome<NewEvent>[]> {
    await tx.lock([LOCK]);
    const settled = await tx.query<{ region: string }>(SETTLE, [
      figures.map(({ region }) => region),
      figures.map(({ version }) => version),
    ]);
    const mine = new Set(settled.map(({ region }) => region));
    const before = await publishedBefore(tx, [...mine]);
    const digests: string[] = [];
    const outcomes = figures.map(({ region, data }): Outcome<NewEvent> => {
      const last = before.get(region);
      const digest = digestOf(data);
      if (!mine.has(region) || last?.digest === digest) return ignored('nothing-changes');
      digests.push(digest);
      return happened(this.eventOf(data, last));
    });
    const events = outcomes.flatMap((outcome) => (outcome.kind === 'happened' ? outcome.events : []));
    await note(tx, events, digests);
    await this.events.append(tx, events);
    return outcomes;
  }

  private eventOf(data: CoverageChanged, last: Published | undefined): NewEvent {
    const { clock, ids } = this.given;
    const eventId = ids.next();
    const now = clock.recordedAt(null);
    const recordedAt = last === undefined ? now : laterOf(now, last.publishedAt);
    const cause = { eventId, correlationId: eventId, traceparent: null };
    return newEvent(coverageChanged, data, {
      eventId,
      sequence: (last?.sequence ?? 0) + 1,
      recordedAt,
      cause,
    });
  }
}
