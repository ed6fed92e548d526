import { setTimeout as sleep } from 'node:timers/promises';
import { DependencyUnavailable } from '#libs/persistence';
import { LANES } from '../events/lanes.js';
import type { Wakes } from '../write-path.js';
import { EVENTS_MAX, type Accountant } from './accountant.js';

/** A reader that has taken everything learns within about a second that it was everything. */
const PERIOD_MS = 1_000;

/** Keeps the accounts as long as the service runs. */
export class Accounting {
  private readonly stopping = new AbortController();
  private running: Promise<void> | null = null;

  constructor(
    private readonly accountant: Accountant,
    private readonly relay: Wakes,
    private readonly failed: (error: unknown) => void,
  ) {}

  start(): void {
    this.running = this.run();
  }

  /** Ends after the round in hand. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const more = await this.round();
      if (!more) await sleep(PERIOD_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  private async round(): Promise<boolean> {
    try {
      const events: number[] = [];
      for (let lane = 0; lane < LANES; lane += 1) events.push(await this.accountant.goOn(lane));
      if (events.some((count) => count > 0)) this.relay.wake();
      return events.includes(EVENTS_MAX);
    } catch (error) {
      if (!(error instanceof DependencyUnavailable)) this.failed(error); // who waits for the database says so
      return false;
    }
  }
}
