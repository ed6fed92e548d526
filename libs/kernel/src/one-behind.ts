/**
 * Work that goes on while the next piece of it is prepared: one piece at a time, in order. What a piece throws is thrown to
 * whoever comes next.
 */
export class OneBehind {
  private last: Promise<unknown> = Promise.resolve();

  /** Begins a piece once the one before is through, and does not wait for it. */
  async begin(work: () => Promise<unknown>): Promise<void> {
    await this.last;
    this.last = work();
    void this.settled(); // it is thrown later: until then nobody is to take it for forgotten
  }

  /** Until the last piece is through. */
  async end(): Promise<void> {
    await this.last;
  }

  /** The same, however it ended. */
  async settled(): Promise<void> {
    await this.last.catch(() => undefined);
  }
}
