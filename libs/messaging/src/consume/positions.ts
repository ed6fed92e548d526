import type { Database, Transaction } from '#libs/persistence';
import type { Ends, TopicPartition } from '../client/kafka-client.js';

/** Someone else moved the position: this process owns the partition no longer. Nothing of the batch was written. */
export class PositionMoved extends Error {
  override readonly name = 'PositionMoved';
}

/** The log holds no longer, or not yet, what comes next: nobody but a person can decide how to go on. */
export class OutOfRange extends Error {
  override readonly name = 'OutOfRange';

  constructor(
    consumer: string,
    { topic, partition }: TopicPartition,
    { position, low, high }: { position: bigint; low: bigint; high: bigint },
  ) {
    const happened =
      position < low
        ? `${low - position} messages were deleted before they were read`
        : 'the topic was made anew, or has lost its end';
    super(
      `${consumer} stands at ${position} in ${topic}/${partition}, whose log holds ${low} to ${high}: ${happened}. Nothing more is read. docs/positions.md says how to go on.`,
    );
  }
}

const MOVE = `
  update consumer_position set next_offset = $4, moved_at = now()
  where consumer = $1 and topic = $2 and partition = $3 and next_offset = $5 returning next_offset`;

const READ = `
  select topic, partition, next_offset::text as position from consumer_position
  where consumer = $1 and topic = any($2)`;

const BEGIN = `
  insert into consumer_position (consumer, topic, partition, next_offset)
  select $1, * from unnest($2::text[], $3::integer[], $4::bigint[]) on conflict do nothing`;

export interface Move extends TopicPartition {
  readonly consumer: string;
  readonly from: bigint;
  readonly to: bigint;
}

/** Moves a position in the transaction of the effect, if it still stands where this process left it. */
export const movePosition = async (tx: Transaction, move: Move): Promise<void> => {
  const { consumer, topic, partition, from, to } = move;
  const moved = await tx.query(MOVE, [consumer, topic, partition, String(to), String(from)]);
  if (moved.length !== 1)
    throw new PositionMoved(`${consumer} ${topic}/${partition} is no longer at ${from}`);
};

interface Row {
  topic: string;
  partition: number;
  position: string;
}

/** A consumer's positions by `topic/partition`; partitions never read before begin at the start of the log. */
export const positionsOf = async (
  database: Database,
  consumer: string,
  ends: readonly Ends[],
): Promise<Map<string, bigint>> => {
  const topics = [...new Set(ends.map(({ topic }) => topic))];
  const read = () => database.query<Row>(READ, [consumer, topics]);
  let rows = await read();
  const known = new Set(rows.map(({ topic, partition }) => `${topic}/${partition}`));
  const fresh = ends.filter(({ topic, partition }) => !known.has(`${topic}/${partition}`));
  if (fresh.length > 0) {
    await database.query(BEGIN, [
      consumer,
      fresh.map(({ topic }) => topic),
      fresh.map(({ partition }) => partition),
      fresh.map(({ low }) => String(low)),
    ]);
    rows = await read();
  }
  return new Map(rows.map(({ topic, partition, position }) => [`${topic}/${partition}`, BigInt(position)]));
};
