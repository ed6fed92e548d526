import { setTimeout as sleep } from 'node:timers/promises';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';

const SECOND_MS = 1_000;

/** What is done at most once a second, as long as the service runs. */
export interface Chore {
  /** Answers whether more is to be done. */
  handle(): Promise<unknown>;
}

/** Does its chore, waits a second, and does it again; a failure is told and waited over. */
export class EverySecond implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stopping = new AbortController();
  private running: Promise<void> | null = null;

  constructor(
    private readonly chore: Chore,
    private readonly failed: (error: unknown) => void,
  ) {}

  onApplicationBootstrap(): void {
    this.running = this.run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      await this.chore.handle().catch(this.failed);
      await sleep(SECOND_MS, undefined, { signal: this.stopping.signal }).catch(() => undefined);
    }
  }
}
