import type { AddingUp, ReadingMark } from '../domain/figures/standstill.js';

export { goesOn, READING_MARKS, type ReadingMark } from '../domain/figures/standstill.js';

/** How far the roll-up is: what is in the figures. */
export interface RolledUp {
  /** Everything recorded up to this instant that had arrived is in; null while nothing is. */
  readonly recordedThrough: string | null;
  /** How long what arrived last took until it was in the figures, or has been waiting. */
  readonly lagMs: number;
  /** Events that are in the figures, each once. */
  readonly applied: number;
}

/** How far the figures are, and whether what is still in the log comes to them. */
export interface FigureFreshness extends RolledUp {
  readonly reading: ReadingMark;
}

/** How far one partition has been read. */
export interface PartitionReading {
  readonly topic: string;
  readonly partition: number;
  readonly position: number;
  readonly end: number;
  readonly lag: number;
}

/** How much of a topic has been read, over all its partitions. */
export interface TopicReading {
  readonly topic: string;
  /** Offsets read, and all that there are. */
  readonly position: number;
  readonly end: number;
  readonly lag: number;
  /** For how long a partition of it has stood still with something to do; 0: none does. */
  readonly stillMs: number;
}

/** Tells how fresh the figures are. */
export abstract class Freshness {
  abstract ofFigures(): Promise<FigureFreshness>;

  /** How far the figures were before something was asked of them, and the answer: it may be fresher than said, never older. */
  async before<Answer>(ask: () => Promise<Answer>): Promise<readonly [FigureFreshness, Answer]> {
    const freshness = await this.ofFigures();
    return [freshness, await ask()];
  }

  /** Every partition of the topics that reporting reads, whichever replica owns it. */
  abstract ofReading(): Promise<readonly PartitionReading[]>;
  /** The same by topic. */
  abstract ofTopics(readings: readonly PartitionReading[]): readonly TopicReading[];
}

/** Looks up how far reading and roll-up are. */
export abstract class ReadingPlaces {
  abstract rolledUp(): Promise<RolledUp>;
  abstract partitions(): Promise<readonly PartitionReading[]>;
  abstract addingUp(): Promise<AddingUp>;
}
