/** Tells that figures moved, whichever replica of the service moved them. */
export abstract class FiguresMoved {
  /** Counts the moves; the same over all replicas and restarts. */
  abstract get version(): number;
  /** Calls the listener after each move; answers how to stop that. */
  abstract subscribe(listener: () => void): () => void;
  /** Figures may read otherwise though no person was counted: what they are held against has changed. */
  abstract nudge(): void;
}
