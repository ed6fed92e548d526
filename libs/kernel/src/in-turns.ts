import { setImmediate as othersTurn } from 'node:timers/promises';

/** So long nobody else in the process waits. */
const TURN_MS = 4;

/** Lets everybody else in the process have their turn. */
export type Turn = () => Promise<unknown>;

/**
 * Does something for each of many items, in order, and lets everybody else in the process have a turn now and then: who
 * asks a service something is not to wait until thousands of items are worked out.
 */
export const inTurns = async <T>(
  items: Iterable<T>,
  work: (item: T) => void,
  turn: Turn = othersTurn,
): Promise<void> => {
  let began = performance.now();
  for (const item of items) {
    work(item);
    if (performance.now() - began < TURN_MS) continue;
    await turn();
    began = performance.now();
  }
};
