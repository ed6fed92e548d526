/** The place of an event in the stream of its subject. */
export interface InSequence {
  /** 1, 2, 3 … */
  readonly sequence: number;
  /** The last sequence that the reader must have taken before it; the one below its own, unless said. */
  readonly follows?: number;
}

/** Whether an event that the reader must have taken before this one is missing. */
export const leavesGap = ({ sequence, follows = sequence - 1 }: InSequence, lastTaken: number): boolean =>
  follows > lastTaken;
