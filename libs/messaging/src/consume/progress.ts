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

export const progressOf = (queues: ReadonlyMap<string, PartitionQueue>): PartitionProgress[] =>
  [...queues].map(([key, queue]) => {
    const cut = key.lastIndexOf('/');
    const caughtUp = queue.isCaughtUp();
    return {
      topic: key.slice(0, cut),
      partition: Number(key.slice(cut + 1)),
      position: queue.position,
      end: queue.high > queue.position ? queue.high : queue.position,
      lag: caughtUp ? 0n : queue.high - queue.position,
      stillMs: caughtUp ? 0 : Math.round(performance.now() - queue.movedAt),
    };
  });

/** Those that have something to do and have not moved for longer than this. */
export const stuckIn = (
  progress: readonly PartitionProgress[],
  longerThanMs: number,
): readonly PartitionProgress[] => progress.filter(({ stillMs }) => stillMs > longerThanMs);
