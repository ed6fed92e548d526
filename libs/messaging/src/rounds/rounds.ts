import { setTimeout as sleep } from 'node:timers/promises';
import { Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';

/** Does again and again what is due, for as long as the service runs: one round after the other, never two at once. */
export abstract class Rounds implements OnApplicationBootstrap, BeforeApplicationShutdown {
  protected readonly log = new Logger(this.constructor.name);
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();
  private pausing = new AbortController();
  private isDue = false;

  /** @param backOffMs how long to wait after a round that failed: most often the database is away */
  protected constructor(private readonly backOffMs: number) {}

  /** Does what is due; answers after how many ms to look again. What takes long ends soon once the signal says so. */
  protected abstract round(signal: AbortSignal): Promise<number>;

  onApplicationBootstrap(): void {
    this.running = this.run();
  }

  /** Ends after the round in hand. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** Something has become due: the next round begins now, or right behind the one in hand. */
  protected soon(): void {
    this.isDue = true;
    this.pausing.abort();
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      this.isDue = false;
      this.pausing = new AbortController();
      const pauseMs = await this.tried();
      if (pauseMs > 0 && !this.isDue) await this.pause(pauseMs);
    }
  }

  private async pause(ms: number): Promise<void> {
    const signal = AbortSignal.any([this.stopping.signal, this.pausing.signal]);
    await sleep(ms, undefined, { signal }).catch(() => undefined);
  }

  private async tried(): Promise<number> {
    try {
      return await this.round(this.stopping.signal);
    } catch (error) {
      if (this.stopping.signal.aborted) return 0; // broken off, since the service ends
      this.log.warn({ msg: 'what is due could not be done; it is tried again', err: error });
      return this.backOffMs;
    }
  }
}
