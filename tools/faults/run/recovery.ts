import { setTimeout as sleep } from 'node:timers/promises';
import type { Load } from '../load/load.js';
import type { Backlog, Lookout } from './lookout.js';

const TICK_MS = 100;
const LOOK_MS = 300;
/** Looking at a long backlog takes time, and must not take it from those who work it off: a third of it, at most. */
const RESTS_PER_LOOK = 2;
/** Answers are back when there were only good ones for so long. */
const GOOD_FOR_MS = 1_000;
/** Under load there is always something on its way: what comes in within two seconds is no backlog. */
const ON_ITS_WAY_SECONDS = 2;
/** One input leads to about so many messages that are published or taken. */
const MESSAGES_PER_INPUT = 6;

/** How long after the end of a fault all was well again; null when that was not in time. */
export interface Recovery {
  /** Every attempt over HTTP was answered. */
  readonly answersBackMs: number | null;
  /** No more lay untaken and unpublished than two seconds' worth of inputs. */
  readonly caughtUpMs: number | null;
  /** What was left when it was last looked at. */
  readonly backlog: Backlog | null;
}

const rest = (lookedAt: number, until: number): Promise<void> => {
  const now = performance.now();
  return sleep(Math.min(Math.max(LOOK_MS, RESTS_PER_LOOK * (now - lookedAt)), Math.max(until - now, 0)));
};

const answersBack = async (load: Load, withinMs: number): Promise<number | null> => {
  const began = performance.now();
  let goodSince = began;
  let { acknowledged, unansweredOverHttp } = load.counts;
  while (performance.now() - began < withinMs) {
    await sleep(TICK_MS);
    const now = load.counts;
    if (now.unansweredOverHttp > unansweredOverHttp) {
      ({ acknowledged, unansweredOverHttp } = now);
      goodSince = performance.now();
    } else if (now.acknowledged > acknowledged && performance.now() - goodSince > GOOD_FOR_MS)
      return Math.round(goodSince - began);
  }
  return null;
};

const caughtUp = async (
  lookout: Lookout,
  perSecond: number,
  withinMs: number,
): Promise<Pick<Recovery, 'caughtUpMs' | 'backlog'>> => {
  const began = performance.now();
  let backlog: Backlog | null = null;
  const enough = perSecond * ON_ITS_WAY_SECONDS * MESSAGES_PER_INPUT;
  while (performance.now() - began < withinMs) {
    const lookedAt = performance.now();
    backlog = await lookout.backlog().catch(() => null); // it may be cut off as well
    if (backlog !== null && backlog.untaken + backlog.unpublished <= enough)
      return { caughtUpMs: Math.round(lookedAt - began), backlog };
    await rest(lookedAt, began + withinMs);
  }
  return { caughtUpMs: null, backlog };
};

/** Waits until all is well again, under load. */
export const recover = async (
  load: Load,
  lookout: Lookout,
  { perSecond, withinMs }: { readonly perSecond: number; readonly withinMs: number },
): Promise<Recovery> => {
  const [answersBackMs, caught] = await Promise.all([
    answersBack(load, withinMs),
    caughtUp(lookout, perSecond, withinMs),
  ]);
  return { answersBackMs, ...caught };
};

/**
 * Waits only for answers: under full load the backlog grows by itself, and counting it would take the time in which it
 * could be worked off.
 */
export const answersAgain = async (load: Load, withinMs: number): Promise<Recovery> => ({
  answersBackMs: await answersBack(load, withinMs),
  caughtUpMs: null,
  backlog: null,
});

/** Waits until nothing at all is left to be done, and answers after how many milliseconds that was. */
export const untilNothingIsLeft = async (lookout: Lookout, withinMs: number): Promise<number> => {
  const began = performance.now();
  for (let emptyLooks = 0; ;) {
    const lookedAt = performance.now();
    const backlog = await lookout.backlog().catch((error: unknown) => ({ error: String(error) }));
    const isEmpty = Object.values(backlog).every((count) => count === 0);
    emptyLooks = isEmpty ? emptyLooks + 1 : 0;
    if (emptyLooks === 3) return Math.round(lookedAt - began);
    if (lookedAt - began > withinMs)
      throw new Error(`after ${withinMs} ms there was still something left: ${JSON.stringify(backlog)}`);
    await rest(lookedAt, began + withinMs);
  }
};
