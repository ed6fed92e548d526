import type { Asking } from '../asking.js';
import type { Ends, KafkaClient, TopicPartition } from '../client/kafka-client.js';
import { machineMs } from '../machine-time.js';
import { isInLog, progressAt, type PartitionProgress } from './progress.js';

const POSITIONS = `
  select topic, partition, next_offset::text as position, moved_at as "movedAt",
         (extract(epoch from clock_timestamp() - moved_at) * 1000)::float8 as "stillMs"
  from consumer_position where consumer = $1 order by topic, partition`;

/** How old a waiting message is, is found out to within a third. */
const AGE_LEAST_MS = 5_000;
const AGE_STEP = 1.3;

/** A position as its consumer's database has it. */
export interface StoredPosition extends TopicPartition {
  readonly position: bigint;
  readonly movedAt: Date;
  /** Since it last moved, by the clock of the database. */
  readonly stillMs: number;
}

/** The positions of a consumer, whoever owns its partitions. */
export const storedPositions = async (database: Asking, consumer: string): Promise<StoredPosition[]> => {
  type Row = Omit<StoredPosition, 'position'> & { position: string };
  const rows = await database.query<Row>(POSITIONS, [consumer]);
  return rows.map((row) => ({ ...row, position: BigInt(row.position) }));
};

/** Progress as it is seen from outside the process. */
export interface StoredProgress extends PartitionProgress {
  readonly movedAt: Date;
  /** What the log holds: its first and its next offset. */
  readonly held: Pick<Ends, 'low' | 'high'>;
  /** The log holds no longer, or not yet, what the position asks for. */
  readonly isOutOfRange: boolean;
}

const partitionName = ({ topic, partition }: TopicPartition) => `${topic}/${partition}`;

const withEnds = (positions: readonly StoredPosition[], ends: readonly Ends[]): StoredProgress[] => {
  const endOf = new Map(ends.map((end) => [partitionName(end), end]));
  return positions.flatMap(({ position, movedAt, stillMs, ...at }) => {
    const end = endOf.get(partitionName(at));
    if (!end) return [];
    const progress = progressAt(at, { position, high: end.high, stillMs });
    const held = { low: end.low, high: end.high };
    return [{ ...progress, movedAt, held, isOutOfRange: !isInLog(position, held) }];
  });
};

const agesUpTo = (longestMs: number): number[] => {
  const ages: number[] = [];
  for (let age = AGE_LEAST_MS; age <= longestMs; age *= AGE_STEP) ages.push(age);
  return ages;
};

/** How long the message at each position has waited at least. */
const waitsMs = async (
  kafka: Pick<KafkaClient, 'placesAt'>,
  topic: string,
  behind: readonly StoredProgress[],
): Promise<Map<string, number>> => {
  const ages = agesUpTo(Math.max(...behind.map(({ stillMs }) => stillMs)));
  const now = machineMs();
  const places = await kafka.placesAt(
    topic,
    ages.map((age) => Math.floor(now - age)),
  );
  const waits = new Map<string, number>();
  places.forEach((place, index) => {
    for (const { offset, ...at } of place) {
      const name = partitionName(at);
      const one = behind.find((progress) => partitionName(progress) === name);
      if (one && offset > one.position) waits.set(name, Math.max(waits.get(name) ?? 0, ages[index]!));
    }
  });
  return waits;
};

/**
 * How far a consumer is, from its stored positions and the log. A position that last moved long ago does not stand still
 * when there was nothing to do: it does since the first message came that waits.
 */
export const storedProgress = async (
  kafka: Pick<KafkaClient, 'ends' | 'placesAt'>,
  positions: readonly StoredPosition[],
): Promise<StoredProgress[]> => {
  const topics = [...new Set(positions.map(({ topic }) => topic))];
  const progress = withEnds(positions, await kafka.ends(topics));
  const behind = progress.filter(({ stillMs }) => stillMs >= AGE_LEAST_MS);
  const waits = await Promise.all(
    [...Map.groupBy(behind, ({ topic }) => topic)].map(([topic, ones]) => waitsMs(kafka, topic, ones)),
  );
  const waitOf = new Map(waits.flatMap((some) => [...some]));
  return progress.map((one) => ({
    ...one,
    stillMs: Math.min(one.stillMs, Math.max(AGE_LEAST_MS, waitOf.get(partitionName(one)) ?? 0)),
  }));
};
