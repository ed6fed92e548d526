import type { PartitionQueue, Stretch } from './partition-queue.js';

/** Where messages are large, nobody is taken along beyond this: a statement must end in time. */
const BATCH_BYTES_MAX = 2 * 1024 * 1024;

/** What a queue gives to a batch. */
export interface Begun {
  readonly queue: PartitionQueue;
  readonly stretch: Stretch;
}

/**
 * What the queue whose turn it is has waiting, and of the others what there is room for; nothing, if it has nothing: then
 * another one's turn has taken it along.
 * @param most messages of all of them together
 */
export const beginTogether = (
  first: PartitionQueue,
  others: Iterable<PartitionQueue>,
  most: number,
): readonly Begun[] => {
  const stretch = first.begin(most);
  if (stretch === null) return [];
  const begun = [{ queue: first, stretch }];
  let room = most - stretch.messages.length;
  let { bytes } = stretch;
  for (const queue of others) {
    const more = room > 0 && bytes < BATCH_BYTES_MAX ? queue.begin(room) : null;
    if (more === null) continue;
    begun.push({ queue, stretch: more });
    room -= more.messages.length;
    bytes += more.bytes;
  }
  return begun;
};
