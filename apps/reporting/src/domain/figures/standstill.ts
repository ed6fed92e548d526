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

/** How far what is read has been added up to figures. */
export interface AddingUp {
  /** Grows whenever figures move. */
  readonly version: number;
  /** For how long the oldest that is read has waited to be added up, ms; 0: nothing waits. */
  readonly waitingMs: number;
}

/** The same, and since when the figures have not moved. */
export interface AddingUpStanding extends AddingUp {
  /** ms of the clock of whoever looks. */
  readonly sinceMs: number;
}

/** Adding up takes seconds on a busy machine; what waits longer makes figures older than they say. */
export const ADDED_UP_WITHIN_MS = 10_000;
/** One round may take long; where none has ended for this long though something waits, none will by itself. */
export const ADDING_UP_STANDSTILL_MS = 60_000;

/**
 * What can be said of the reading behind a figure: all that the log has is read and added up; some is not, but it goes on;
 * some is not, and nothing moves; or nobody knows, since the log does not answer.
 */
export const READING_MARKS = ['current', 'behind', 'standing-still', 'unknown'] as const;
export type ReadingMark = (typeof READING_MARKS)[number];

/** Whether figures of this mark still come to what the log has, as far as anybody can see. */
export const goesOn = (mark: ReadingMark): boolean => mark === 'current' || mark === 'behind';

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

/** What is seen of the adding up at a look, after what was seen before. */
export const addingUpSeenAt = (
  nowMs: number,
  seen: AddingUp,
  before: AddingUpStanding | null,
): AddingUpStanding => ({
  ...seen,
  sinceMs: before?.version === seen.version ? before.sinceMs : nowMs,
});

const markOfReading = (standings: Standings, nowMs: number): ReadingMark => {
  if (standings.size === 0) return 'current';
  const isStill = [...standings.values()].some((standing) => stillFor(standing, nowMs) >= STANDSTILL_MS);
  return isStill ? 'standing-still' : 'behind';
};

const markOfAddingUp = ({ waitingMs, sinceMs }: AddingUpStanding, nowMs: number): ReadingMark => {
  if (waitingMs < ADDED_UP_WITHIN_MS) return 'current';
  const isStill = waitingMs >= ADDING_UP_STANDSTILL_MS && nowMs - sinceMs >= ADDING_UP_STANDSTILL_MS;
  return isStill ? 'standing-still' : 'behind';
};

const MARKS_BY_CONCERN: readonly ReadingMark[] = ['standing-still', 'behind'];

/** The mark of the figures: of reading and adding up, that which is worse. */
export const markOf = (standings: Standings, addingUp: AddingUpStanding, nowMs: number): ReadingMark => {
  const marks = [markOfReading(standings, nowMs), markOfAddingUp(addingUp, nowMs)];
  return MARKS_BY_CONCERN.find((mark) => marks.includes(mark)) ?? 'current';
};
