/**
 * A stream that comes in drops is gathered for so long, since a transaction costs as much for one message as for a hundred;
 * the first message after a pause waits for nothing.
 */
const GATHER_MS = 40;
/**
 * On a busy machine a transaction takes long, whatever is in it. Who is behind needs the time more than who is not, so a
 * stream that comes in drops is gathered longer then: it has at most a quarter of the time.
 */
const GATHERS_PER_TURN = 3;
const GATHER_TIMES_MAX = 50;
/**
 * So many of a partition, a hundred or two in a dozen of them, are worth a transaction: most of what it takes is their own,
 * and with more it takes longer still.
 */
const WORTH_A_TURN = 12;

/** How long messages of a partition are gathered before they are taken. */
export class Gathering {
  private tookAt = -Infinity;
  private turnMs = 0;

  /**
   * @param enough so many need no gathering
   * @param gatherMs how long at least; a longer time is looked at again as often
   */
  constructor(
    private readonly enough: number,
    private readonly gatherMs = GATHER_MS,
  ) {}

  /** Messages were taken just now. */
  took(turnMs: number): void {
    this.tookAt = performance.now();
    this.turnMs = turnMs;
  }

  /** For how long to wait before it is looked again whether so many are to be taken; 0 or less: they are. */
  waitMs(waiting: number): number {
    if (waiting >= this.enough) return 0;
    const longerMs = waiting < WORTH_A_TURN ? GATHERS_PER_TURN * this.turnMs : 0;
    const gatherMs = Math.min(Math.max(this.gatherMs, longerMs), GATHER_TIMES_MAX * this.gatherMs);
    return Math.min(this.tookAt + gatherMs - performance.now(), this.gatherMs);
  }
}
