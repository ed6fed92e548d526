import { DependencyUnavailable, type Database } from '#libs/persistence';
import { Logger } from '@nestjs/common';
import { machineMs } from '../machine-time.js';
import { backlogOf, type LaneBacklog } from './backlog.js';
import type { RelayTroubles } from './relay-troubles.js';
import { snapshotHolder, type SnapshotHolder } from './snapshot-holder.js';

const PERIOD_MS = 5_000;
/** The name under which the watch reports to the troubles, beside the lanes. */
const PART = 'the cursor';
/** Longer than any batch takes on a busy machine. */
const STILL_MAX_MS = 30_000;

/** How far the relay is behind, as last looked at. */
export interface RelayFigures {
  /** Age of the oldest event that is not yet published; 0 when there is none. */
  readonly oldestUnsentMs: number;
  /** Events not yet published, of each lane counted no further than `COUNTED_MAX`. */
  readonly unsentEvents: number;
  /** For how long, while this process watched, a lane with something to publish has not moved its cursor. */
  readonly stillMs: number;
  /** Age of the transaction, in whichever database of the cluster, behind which events wait; 0 without one. */
  readonly oldestTransactionMs: number;
  /** The database of that transaction. */
  readonly heldBy: string | null;
}

const NONE: RelayFigures = {
  oldestUnsentMs: 0,
  unsentEvents: 0,
  stillMs: 0,
  oldestTransactionMs: 0,
  heldBy: null,
};

const msSince = (instant: Date | null): number =>
  instant === null ? Infinity : Math.max(machineMs() - instant.getTime(), 0);

/** What stands behind the cursors, of all lanes together. */
const behind = (lanes: readonly LaneBacklog[], watchedMs: number) => {
  const waiting = lanes.filter(({ unsent }) => unsent > 0);
  const oldest = waiting.map((lane) => msSince(lane.oldest));
  // what stood still while no relay ran says nothing of this one
  const still = waiting.map((lane) => Math.min(msSince(lane.oldest), msSince(lane.movedAt), watchedMs));
  return {
    oldestUnsentMs: Math.max(0, ...oldest),
    unsentEvents: waiting.reduce((sum, { unsent }) => sum + unsent, 0),
    stillMs: Math.max(0, ...still),
  };
};

const causeOf = ({ stillMs, oldestTransactionMs, heldBy }: RelayFigures): string => {
  const ms = Math.round(oldestTransactionMs);
  return oldestTransactionMs > stillMs / 2
    ? `database: a transaction in ${heldBy ?? 'another database of the cluster'}, open for ${ms} ms, holds up all that were begun later`
    : `the cursor has not moved for ${Math.round(stillMs)} ms although there are events`;
};

/** What keeps events from being published although no statement fails; `null` when nothing does. */
export const heldUp = (figures: RelayFigures): string | null =>
  figures.stillMs > STILL_MAX_MS ? causeOf(figures) : null;

/**
 * Looks every few seconds at what is not yet published, also when another process owns the lanes, and at the oldest
 * transaction of the cluster. Whoever asks for the figures causes no query.
 */
export class RelayWatch {
  private readonly log = new Logger('Relay');
  private readonly since = performance.now();
  private timer: NodeJS.Timeout | null = null;
  private looking: Promise<void> | null = null;
  private holder: { readonly transactionId: string; readonly since: number } | null = null;
  figures: RelayFigures = NONE;

  constructor(
    private readonly database: Database,
    private readonly troubles: RelayTroubles,
  ) {}

  start(): void {
    this.timer = setInterval(() => void this.look(), PERIOD_MS);
    void this.look();
  }

  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.looking;
  }

  /** One look. Who asks while one is under way waits for that one. */
  look(): Promise<void> {
    this.looking ??= this.round().finally(() => (this.looking = null));
    return this.looking;
  }

  private async round(): Promise<void> {
    try {
      const backlog = await backlogOf(this.database);
      const holder = await snapshotHolder(this.database);
      this.figures = {
        ...behind(backlog, performance.now() - this.since),
        oldestTransactionMs: this.ageOf(holder),
        heldBy: holder?.database ?? null,
      };
      const detail = heldUp(this.figures);
      if (detail === null) this.troubles.end(PART);
      else this.troubles.note(PART, detail, performance.now() - this.figures.stillMs);
    } catch (error) {
      const isAway = error instanceof DependencyUnavailable; // the lanes say so
      if (!isAway) this.log.error({ msg: 'what is not yet published could not be looked at', err: error });
    }
  }

  /** Without the right to see when it began: since it was first seen to hold up others. */
  private ageOf(holder: SnapshotHolder | null): number {
    if (holder === null) {
      this.holder = null;
      return 0;
    }
    const { transactionId } = holder;
    if (this.holder?.transactionId !== transactionId)
      this.holder = { transactionId, since: performance.now() };
    return holder.since === null ? performance.now() - this.holder.since : msSince(holder.since);
  }
}
