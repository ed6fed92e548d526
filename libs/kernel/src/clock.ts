import type { Day } from './day.js';

/**
 * When things were recorded, and which day it is. The machine's clock in ordinary life; the story clock
 * takes the instant from the message, so that a story of the past can be asked as it was known then.
 */
export abstract class Clock {
  /** The instant (RFC 3339, UTC, milliseconds) at which a command that says `statedAt` counts as recorded. */
  abstract recordedAt(statedAt: string | null): string;
  /** Today in Asia/Jakarta. */
  abstract today(): Day;
}

/** Makes ids for what is new. */
export abstract class Ids {
  /** A UUIDv7: unique, and later ones sort behind earlier ones. */
  abstract next(): string;
}
