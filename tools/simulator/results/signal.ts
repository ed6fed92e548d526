/** The system under load no longer answers. */
export class NoAnswer extends Error {}

/** Lets some wait for a condition that others bring about. */
export class Signal {
  private waiting: (() => void)[] = [];
  private failure: Error | null = null;

  /** Something has changed: conditions are looked at again. */
  changed(): void {
    const woken = this.waiting;
    this.waiting = [];
    for (const wake of woken) wake();
  }

  /** Nothing will change any more. */
  fail(error: Error): void {
    this.failure = error;
    this.changed();
  }

  /** Resolves once `holds`; throws when nothing has changed for `patienceMs`, with what was waited for. */
  async until(holds: () => boolean, patienceMs: number, what: () => string): Promise<void> {
    while (!holds()) {
      if (this.failure) throw this.failure;
      if (!(await this.next(patienceMs)))
        throw new NoAnswer(`nothing came for ${patienceMs / 1_000} s while waiting for ${what()}`);
    }
  }

  private next(patienceMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), patienceMs);
      this.waiting.push(() => {
        clearTimeout(timer);
        resolve(true);
      });
    });
  }
}
