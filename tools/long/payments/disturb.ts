import { setTimeout as sleep } from 'node:timers/promises';
import type { Member } from '../../faults/world/member.js';
import { Chance } from '../../sample/chance/chance.js';

/** From when a process is ready: long enough to do something, short enough to meet it in the middle of it. */
const PAUSE_LEAST_MS = 500;
const PAUSE_MOST_MS = 6_000;
const SHARE_BOTH = 0.3;

/**
 * Kills one of the processes or all at random instants until it is asked to end; answers how often. Who is to die is let
 * come up first: on a machine where starting takes longer than the pauses nobody would ever do anything otherwise.
 */
export const killAtRandom = async (
  members: readonly Member[],
  seed: number,
  { signal }: { signal: AbortSignal },
): Promise<number> => {
  const chance = new Chance(seed, 'kills');
  let kills = 0;
  while (!signal.aborted) {
    const dying = chance.happens(SHARE_BOTH) ? members : [chance.pick(members)];
    await Promise.all(dying.map((member) => member.ready()));
    await sleep(chance.between(PAUSE_LEAST_MS, PAUSE_MOST_MS), undefined, { signal }).catch(() => undefined);
    if (signal.aborted) break;
    await Promise.all(dying.map((member) => member.kill()));
    kills += dying.length;
  }
  return kills;
};
