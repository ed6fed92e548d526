import type { Arrival } from '../../domain/coverage/history.js';
import type { Comparison } from '../../domain/rebuild/comparison.js';
import type { LogProgress, RebuildStatus } from '../../domain/rebuild/rebuild.js';
import type { LogPlace } from './person-log.js';

/** A rebuild in the hands of whoever runs it. */
export interface Run {
  readonly id: string;
  /** Counts who took it up; what an earlier one still writes is refused. */
  readonly epoch: number;
  readonly messagesPerSecondMax: number | null;
}

/** Somebody else runs the rebuild now, or it was ended: there is nothing more to do. */
export class RunEnded extends Error {
  override readonly name = 'RunEnded';
}

/** It cannot be done, however often it is tried. The text says why, for people. */
export class RebuildImpossible extends Error {
  override readonly name = 'RebuildImpossible';
}

/** Who runs which rebuild. */
export abstract class RebuildRuns {
  /** The rebuild that has to be worked on, or whose tables have to go; null when there is nothing to do. */
  abstract due(): Promise<string | null>;
  /**
   * Works on it as the only one of all replicas; others come to nothing here. The signal given to the work tells that it
   * is no longer ours, too.
   */
  abstract asOnly(
    id: string,
    signal: AbortSignal,
    work: (run: Run, signal: AbortSignal) => Promise<void>,
  ): Promise<void>;
  /** @throws RunEnded */
  abstract status(run: Run): Promise<RebuildStatus>;
  /** @throws RunEnded */
  abstract move(run: Run, from: RebuildStatus, to: RebuildStatus, comparison?: Comparison): Promise<void>;
  abstract note(run: Run, progress: LogProgress): Promise<void>;
  /** What keeps it from going on; with `isOver`, what has ended it. */
  abstract noteTrouble(run: Run, trouble: string, isOver: boolean): Promise<void>;
}

/** Brings the figures beside the live ones to where the live ones are. */
export type Drain = () => Promise<void>;

/**
 * Figures in tables of their own beside the live ones, and how far in the log they are. Whatever is written goes through
 * for the run that is still the one, or not at all.
 */
export abstract class FiguresBeside {
  /** Where the tables of the rebuild stand in the log; makes them, at the beginning, where there are none. */
  abstract places(run: Run, beginnings: readonly LogPlace[]): Promise<readonly LogPlace[]>;
  /** Throws the tables away that nobody can want any more. */
  abstract clearAway(): Promise<void>;
  /** The instant of the database, RFC 3339. */
  abstract now(): Promise<string>;
  /** Keeps what arrived in memory; answers whether it is time to write. */
  abstract hold(arrival: Arrival, recordedAt: string): boolean;
  /** Forgets what is held. */
  abstract letGo(): void;
  /**
   * Writes the histories and steps of all that is held by now; more may be held meanwhile, and what it could not write is
   * lost to this run. With places (those that have moved): all that was told up to there about the persons concerned is
   * held or written. Null: more is to come.
   * @throws RebuildImpossible when the log lacks an event
   */
  abstract write(run: Run, reached: readonly LogPlace[] | null): Promise<void>;
  /** Adds the steps that were written up into cells of all levels; without `all` only when many have gathered. */
  abstract addUp(run: Run, all: boolean): Promise<void>;
  /** Holds both against each other at the same places of the log; live figures stand still for a moment only. */
  abstract compare(run: Run, drain: Drain): Promise<Comparison>;
  /** Lets the two change places, at the same places of the log, in one transaction with the status. */
  abstract exchange(run: Run, from: RebuildStatus, to: RebuildStatus, drain: Drain): Promise<void>;
}
