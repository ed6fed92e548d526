/** How far the figures are. */
export interface FigureFreshness {
  /** Everything recorded up to this instant that had arrived is in; null while nothing is. */
  readonly recordedThrough: string | null;
  /** How long what arrived last took until it was in the figures, or has been waiting. */
  readonly lagMs: number;
  /** Events that are in the figures, each once. */
  readonly applied: number;
}

/** How far one partition has been read. */
export interface PartitionReading {
  readonly topic: string;
  readonly partition: number;
  readonly position: number;
  readonly end: number;
  readonly lag: number;
}

/** Tells how fresh the figures are. */
export abstract class Freshness {
  abstract ofFigures(): Promise<FigureFreshness>;
  /** Every partition of the topics that reporting reads, whichever replica owns it. */
  abstract ofReading(): Promise<readonly PartitionReading[]>;
}
