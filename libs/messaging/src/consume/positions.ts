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
  update consumer_position as at set next_offset = move.next, moved_at = now()
    from unnest($3::integer[], $4::bigint[], $5::bigint[]) as move (partition, came_from, next)
   where consumer = $1 and topic = $2 and at.partition = move.partition and next_offset = came_from
  returning at.partition`;

const READ = `
  select topic, partition, next_offset::text as position from consumer_position
  where consumer = $1 and topic = any($2)`;

const BEGIN = `
  insert into consumer_position (consumer, topic, partition, next_offset)
  select $1, * from unnest($2::text[], $3::integer[], $4::bigint[]) on conflict do nothing`;

/** Who reads what. */
export interface TopicReader {
  readonly consumer: string;
  readonly topic: string;
}

export interface Move {
  readonly partition: number;
  readonly from: bigint;
  readonly to: bigint;
}

/** Moves positions in the transaction of the effect, if each still stands where this process left it; else none. */
export const movePositions = async (
  tx: Transaction,
  { consumer, topic }: TopicReader,
  moves: readonly Move[],
): Promise<void> => {
  const moved = await tx.query<{ partition: number }>(MOVE, [
    consumer,
    topic,
    moves.map(({ partition }) => partition),
    moves.map(({ from }) => String(from)),
    moves.map(({ to }) => String(to)),
  ]);
  const behind = new Set(moved.map(({ partition }) => partition));
  const missing = moves.find(({ partition }) => !behind.has(partition));
  if (missing !== undefined)
    throw new PositionMoved(`${consumer} ${topic}/${missing.partition} is no longer at ${missing.from}`);
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
