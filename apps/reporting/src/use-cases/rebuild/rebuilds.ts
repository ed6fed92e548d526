import type { Batch, Outcome } from '#libs/kernel';
import type { Comparison } from '../../domain/rebuild/comparison.js';
import type { LogProgress, RebuildStatus, RebuildWish } from '../../domain/rebuild/rebuild.js';

export { areSame, type Comparison } from '../../domain/rebuild/comparison.js';
export {
  REBUILD_STATUSES,
  secondsLeft,
  type RebuildStatus,
  type RebuildWish,
} from '../../domain/rebuild/rebuild.js';

/** A rebuild of the figures, as it is on record. */
export interface Rebuild {
  readonly id: string;
  /** Counts rebuilds, oldest first. */
  readonly number: number;
  readonly status: RebuildStatus;
  /** The subject of the token. */
  readonly askedBy: string;
  /** RFC 3339. */
  readonly askedAt: string;
  /** When it was switched, cancelled, or came to its end otherwise; RFC 3339. */
  readonly endedAt: string | null;
  /** No faster than this; null: as fast as it goes. */
  readonly messagesPerSecondMax: number | null;
  readonly progress: LogProgress;
  readonly comparison: Comparison | null;
  /** What keeps it from going on, or has ended it. */
  readonly trouble: string | null;
}

/** That the figures be rebuilt, or what is to become of a rebuild. */
export type RebuildCommand =
  | {
      readonly kind: 'begin';
      readonly id: string;
      readonly askedBy: string;
      readonly messagesPerSecondMax: number | null;
    }
  | { readonly kind: RebuildWish; readonly id: string };

/** Rebuilds on record. At most one is under way. */
export abstract class Rebuilds {
  /** The rebuild after each command; `not-found` where there is none with the id. */
  abstract change(batch: Batch<RebuildCommand>): Promise<readonly Outcome<Rebuild>[]>;
  abstract find(id: string): Promise<Rebuild | null>;
  /**
   * The latest, newest first.
   * @param before only those that were asked for earlier than the one with this number; null: all
   */
  abstract latest(limit: number, before: number | null): Promise<readonly Rebuild[]>;
}
