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
import {
  notePublished,
  notOvertaken,
  publishedBefore,
  settleChanged,
  type Published,
} from './published-rows.js';
import { FOR_EVERYBODY } from './roll-up-sql.js';

const LOCK = 'coverage-publication';

/** The country, provinces and regencies first: they change all the time, and would always come behind what rests. */
const SOME = `
  select region, version::integer, coalesce(sequence, 0)::integer as sequence
  from changed_region left join published_region using (region)
  order by length(region) > 5, version, region limit $1`;

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
  where measure in (${ACTIVE}) and ${FOR_EVERYBODY} and effective_on <= $1
    and (before.day is null or effective_on > before.day) and region <> 'unmapped'
  union
  select region, began.version from began, reference, json_array_elements_text(content -> 'regions') as region
  order by region on conflict (region) do update set version = excluded.version`;

const NOTE_REFERENCES = `
  with recent as (select position, content from reference where position > $1 and kind in ('denominator', 'target')),
  noted as (
    insert into changed_region (region, version)
    select distinct region, version from recent, json_array_elements_text(content -> 'regions') as region, roll_up
    order by region on conflict (region) do nothing
  )
  select max(position) as position from recent`;

/** What tells two figures apart; the day that they speak of does not, or each would be told anew each day. */
const digestOf = ({ asOf: _asOf, ...figure }: CoverageChanged): string =>
  createHash('sha256').update(JSON.stringify(figure)).digest('base64url');

const laterOf = (a: string, b: string) => (Date.parse(a) >= Date.parse(b) ? a : b);

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

  override async noteReferences(): Promise<void> {
    const [row] = await this.database.query<{ position: string | null }>(NOTE_REFERENCES, [
      this.notedThrough,
    ]);
    this.notedThrough = Math.max(this.notedThrough, Number(row?.position ?? 0));
  }

  private async append(
    tx: Transaction,
    figures: readonly RegionFigure[],
  ): Promise<readonly Outcome<NewEvent>[]> {
    await tx.lock([LOCK]);
    const before = await publishedBefore(tx, figures);
    const mine = new Set(await notOvertaken(tx, figures, before));
    await settleChanged(tx, [...mine]);
    const digests: string[] = [];
    const outcomes = figures.map((figure): Outcome<NewEvent> => {
      const last = before.get(figure.region);
      const digest = digestOf(figure.data);
      if (!mine.has(figure) || last?.digest === digest) return ignored('nothing-changes');
      digests.push(digest);
      return happened(this.eventOf(figure.data, last));
    });
    const events = outcomes.flatMap((outcome) => (outcome.kind === 'happened' ? outcome.events : []));
    await notePublished(tx, events, digests);
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
