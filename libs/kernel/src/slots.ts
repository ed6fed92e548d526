/** So much work at once, whatever else wants to be done in the order of its coming. */
export class Slots {
  private readonly queue: (() => void)[] = [];
  /** How many have ended so far. */
  ended = 0;

  constructor(private free: number) {}

  async with<T>(work: () => Promise<T>): Promise<T> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((resolve) => this.queue.push(resolve));
    try {
      return await work();
    } finally {
      this.ended += 1;
      const next = this.queue.shift();
      if (next) next();
      else this.free += 1;
    }
  }
}
