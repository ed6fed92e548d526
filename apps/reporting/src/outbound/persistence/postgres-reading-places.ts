import { claimsTopic, contributionsTopic, membersTopic } from '#libs/contracts';
import type { KafkaClient } from '#libs/messaging';
import type { Database } from '#libs/persistence';
import type { AddingUp } from '../../domain/figures/standstill.js';
import { ReadingPlaces, type PartitionReading, type RolledUp } from '../../use-cases/freshness.js';
import { asLagMs } from './roll-up-sql.js';

const WAITING_MS =
  'coalesce((select extract(epoch from clock_timestamp() - min(written_at)) * 1000 from step_batch), lag_ms)';

const FIGURES = `
  select applied, (extract(epoch from recorded_through) * 1000)::bigint as recorded_ms,
         ${asLagMs(WAITING_MS)} as lag_ms
  from roll_up`;

const ADDING_UP = `
  select version,
         coalesce((select extract(epoch from clock_timestamp() - min(written_at)) * 1000 from step_batch), 0)::bigint
           as waiting_ms
  from roll_up`;

const POSITIONS = `
  select topic, partition, next_offset from consumer_position where consumer = $1 and topic = any($2)`;

const TOPICS = [membersTopic.name, contributionsTopic.name, claimsTopic.name];
const JAKARTA_OFFSET_MS = 7 * 3_600_000;

/** An instant as people in Jakarta write it. */
const inJakarta = (ms: number): string =>
  new Date(ms + JAKARTA_OFFSET_MS).toISOString().replace('Z', '+07:00');

interface FiguresRow {
  readonly applied: string;
  readonly recorded_ms: string | null;
  readonly lag_ms: number;
}

interface PositionRow {
  readonly topic: string;
  readonly partition: number;
  readonly next_offset: string;
}

/** The roll-up's own account, and the positions against the ends of the log. */
export class PostgresReadingPlaces extends ReadingPlaces {
  constructor(
    private readonly database: Database,
    private readonly kafka: Pick<KafkaClient, 'ends'>,
    private readonly consumer: string,
  ) {
    super();
  }

  override async rolledUp(): Promise<RolledUp> {
    const [row] = await this.database.query<FiguresRow>(FIGURES);
    const { applied, recorded_ms: recordedMs, lag_ms: lagMs } = row!;
    return {
      recordedThrough: recordedMs === null ? null : inJakarta(Number(recordedMs)),
      lagMs: Math.max(0, lagMs),
      applied: Number(applied),
    };
  }

  override async addingUp(): Promise<AddingUp> {
    const [row] = await this.database.query<{ version: string; waiting_ms: string }>(ADDING_UP);
    return { version: Number(row!.version), waitingMs: Math.max(0, Number(row!.waiting_ms)) };
  }

  override async partitions(): Promise<readonly PartitionReading[]> {
    const [rows, ends] = await Promise.all([
      this.database.query<PositionRow>(POSITIONS, [this.consumer, TOPICS]),
      this.kafka.ends(TOPICS),
    ]);
    const positions = new Map(rows.map((row) => [`${row.topic}/${row.partition}`, Number(row.next_offset)]));
    return ends
      .map(({ topic, partition, low, high }) => {
        const position = positions.get(`${topic}/${partition}`) ?? Number(low);
        return { topic, partition, position, end: Number(high), lag: Math.max(0, Number(high) - position) };
      })
      .sort((a, b) => (a.topic === b.topic ? a.partition - b.partition : a.topic < b.topic ? -1 : 1));
  }
}
