import { setTimeout as sleep } from 'node:timers/promises';
import { isOutage } from '#libs/http';
import type { Rig } from './rig.js';

const ARE_THERE = `select to_regclass('consumer_position') is not null as "areThere"`;
const TAKEN = `
  select coalesce(sum(next_offset), 0)::float8 as taken from consumer_position where topic = any($1)`;

const LOOK_MS = 20;
/** A broker whose partitions have just got a leader, or whose machine is busy, answers well within this. */
const ANSWERS_WITHIN_MS = 60_000;

const endsOf = async (rig: Rig, topics: readonly string[]) => {
  for (const until = performance.now() + ANSWERS_WITHIN_MS; ;) {
    try {
      return await rig.client.ends(topics);
    } catch (error) {
      if (!isOutage(error) || performance.now() > until) throw error;
      await sleep(LOOK_MS * 5);
    }
  }
};

/** How many messages of the topics were ever written; a broker that does not answer yet is asked again. */
export const writtenTo = async (rig: Rig, topics: readonly string[]): Promise<number> =>
  (await endsOf(rig, topics)).reduce((sum, { high }) => sum + Number(high), 0);

/** How many messages of the topics the service on this database has taken: as its positions say, in the database itself. */
export const takenBy = async (rig: Rig, database: string, topics: readonly string[]): Promise<number> => {
  const { areThere } = await rig.databases.one<{ areThere: boolean }>(database, ARE_THERE);
  if (!areThere) return 0;
  return (await rig.databases.one<{ taken: number }>(database, TAKEN, [topics])).taken;
};

/** Waits until the service on this database has taken all that lies on the topics. */
export const allTaken = async (
  rig: Rig,
  { database, topics, withinMs }: { database: string; topics: readonly string[]; withinMs: number },
): Promise<void> => {
  for (const until = performance.now() + withinMs; ;) {
    const [taken, written] = [await takenBy(rig, database, topics), await writtenTo(rig, topics)];
    if (taken >= written) return;
    if (performance.now() > until)
      throw new Error(`${database} has taken ${taken} of ${written} messages within ${withinMs} ms`);
    await sleep(LOOK_MS * 5);
  }
};

/** From the first look that finds something taken to the one that finds everything done. */
export interface Span {
  readonly fromMs: number;
  readonly takenAtFirst: number;
  readonly untilMs: number;
}

interface Followed {
  readonly taken: () => Promise<number>;
  readonly total: number;
  /** Asked once everything is taken. */
  readonly isDone: () => Promise<boolean>;
  /** Called at the first look that finds something taken. */
  readonly begun: () => void;
  readonly clock: () => number;
  readonly withinMs: number;
}

/** Looks many times a second how far something is, until all of it is done. */
export const follow = async ({ taken, total, isDone, begun, clock, withinMs }: Followed): Promise<Span> => {
  const until = clock() + withinMs;
  let first: { atMs: number; taken: number } | null = null;
  for (;;) {
    const now = await taken();
    const atMs = clock();
    if (first === null && now > 0) {
      first = { atMs, taken: now };
      begun();
    }
    if (first !== null && now >= total && (await isDone()))
      return { fromMs: first.atMs, takenAtFirst: first.taken, untilMs: clock() };
    if (atMs > until) throw new Error(`${now} of ${total} were done within ${withinMs} ms`);
    await sleep(LOOK_MS);
  }
};
