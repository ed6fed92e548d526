/** How far the reading of a partition is. */
export interface ReadingPlace {
  readonly topic: string;
  readonly partition: number;
  /** The next offset to be taken. */
  readonly position: number;
  /** Messages that wait behind it. */
  readonly lag: number;
}

/** A partition with something to do: where it stands, and since when. */
export interface Standing {
  readonly topic: string;
  readonly position: number;
  /** ms of the clock of whoever looks. */
  readonly sinceMs: number;
}

/** The partitions with something to do, as they were last seen. */
export type Standings = ReadonlyMap<string, Standing>;

/** A batch takes less than this on a busy machine; who waits longer waits for something that does not come by itself. */
export const STANDSTILL_MS = 10_000;

/**
 * What can be said of the reading behind a figure: all is read that the log has; some is not, but it goes on; some is not,
 * and nothing moves; or nobody knows, since the log does not answer.
 */
export const READING_MARKS = ['current', 'behind', 'standing-still', 'unknown'] as const;
export type ReadingMark = (typeof READING_MARKS)[number];

/** What is seen at a look, after what was seen before: who has moved since begins to stand anew. */
export const seenAt = (nowMs: number, places: readonly ReadingPlace[], before: Standings): Standings =>
  new Map(
    places
      .filter(({ lag }) => lag > 0)
      .map(({ topic, partition, position }) => {
        const key = `${topic}/${partition}`;
        const last = before.get(key);
        const sinceMs = last?.position === position ? last.sinceMs : nowMs;
        return [key, { topic, position, sinceMs }];
      }),
  );

const stillFor = ({ sinceMs }: Standing, nowMs: number) => nowMs - sinceMs;

/** For how long the longest of a topic has stood still, ms; 0 while all move or have nothing to do. */
export const stillMsOf = (topic: string, standings: Standings, nowMs: number): number => {
  const own = [...standings.values()].filter((standing) => standing.topic === topic);
  const longest = Math.max(0, ...own.map((standing) => stillFor(standing, nowMs)));
  return longest >= STANDSTILL_MS ? longest : 0;
};

/** The mark of the figures. */
export const markOf = (standings: Standings, nowMs: number): ReadingMark => {
  if (standings.size === 0) return 'current';
  const isStill = [...standings.values()].some((standing) => stillFor(standing, nowMs) >= STANDSTILL_MS);
  return isStill ? 'standing-still' : 'behind';
};
