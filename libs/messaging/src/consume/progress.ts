import type { Ends, TopicPartition } from '../client/kafka-client.js';
import type { PartitionQueue } from './partition-queue.js';

/** How far a consumer is in one partition. */
export interface PartitionProgress {
  readonly topic: string;
  readonly partition: number;
  /** The next offset to be taken. */
  readonly position: bigint;
  /** The log's next offset, as last heard. */
  readonly end: bigint;
  /** Messages between the two. */
  readonly lag: bigint;
  /** Since the position last moved, or there was last nothing to do. */
  readonly stillMs: number;
}

/** Progress from a position, the log's next offset and how long the position has not moved with something to do. */
export const progressAt = (
  { topic, partition }: TopicPartition,
  { position, high, stillMs }: { position: bigint; high: bigint; stillMs: number },
): PartitionProgress => {
  const lag = high > position ? high - position : 0n;
  return {
    topic,
    partition,
    position,
    end: position + lag,
    lag,
    stillMs: lag === 0n ? 0 : Math.max(0, Math.round(stillMs)),
  };
};

export const progressOf = (queues: ReadonlyMap<string, PartitionQueue>): PartitionProgress[] =>
  [...queues].map(([key, { position, high, movedAt }]) => {
    const cut = key.lastIndexOf('/');
    return progressAt(
      { topic: key.slice(0, cut), partition: Number(key.slice(cut + 1)) },
      { position, high, stillMs: performance.now() - movedAt },
    );
  });

/** Whether a consumer can go on from the position: its log has lost nothing that it has not read. */
export const isInLog = (position: bigint, { low, high }: Pick<Ends, 'low' | 'high'>): boolean =>
  position >= low && position <= high;

/** Longer than any batch takes on a busy machine. */
export const STUCK_MS = 30_000;

/** Those that have something to do and have not moved for longer than this. */
export const stuckIn = <Progress extends PartitionProgress>(
  progress: readonly Progress[],
  longerThanMs: number,
): readonly Progress[] => progress.filter(({ stillMs }) => stillMs > longerThanMs);
