import { DependencyUnavailable, type Database } from '#libs/persistence';
import type { KafkaClient, Producer } from '../client/kafka-client.js';
import { LANES } from './lanes.js';
import { RelayLane } from './relay-lane.js';

/** Without a hint: another process's events, or one that a hint came too early for. */
const POLL_MS = 100;
/** After a hint an event may be invisible for some milliseconds, while older transactions end. */
const EAGER_MS = 5;
const EAGER_FOR_MS = 250;
const BACK_OFF_MS = 500;
/** Behind a small batch the next one may gather for so long: a request costs as much for one event as for a hundred. */
const GATHER_MS = 20;
const GATHER_BELOW = 500;

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Publishes what the event log holds, each lane in order and for itself; what the broker did not take is tried again. */
export class Relay {
  private stopped = false;
  private hints = 0;
  private lanes: Promise<void>[] = [];
  private producers: Producer[] = [];
  private wakers = new Set<() => void>();
  /** Since when nothing could be published, and why. */
  trouble: { since: number; detail: string } | null = null;

  constructor(
    private readonly database: Database,
    private readonly kafka: KafkaClient,
    readonly source: string,
  ) {}

  start(): void {
    this.lanes = Array.from({ length: LANES }, (_, lane) => this.run(lane));
  }

  /** Says that something was committed just now. */
  wake(): void {
    this.hints += 1;
    for (const waker of this.wakers) waker();
  }

  /** Ends after the batch in hand. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.wake();
    await Promise.all(this.lanes);
    await Promise.allSettled(this.producers.map((producer) => producer.close()));
  }

  private async run(lane: number): Promise<void> {
    let relay: RelayLane | null = null;
    let eagerUntil = 0;
    while (!this.stopped) {
      const hints = this.hints;
      try {
        relay ??= await this.open(lane);
        const sent = await relay.publish();
        this.trouble = null;
        if (sent > 0) {
          if (sent < GATHER_BELOW) await sleep(GATHER_MS);
          continue;
        }
        if (hints !== this.hints) eagerUntil = performance.now() + EAGER_FOR_MS;
        await (performance.now() < eagerUntil ? sleep(EAGER_MS) : this.untilWoken());
        if (hints !== this.hints) eagerUntil = performance.now() + EAGER_FOR_MS;
      } catch (error) {
        relay?.forget();
        this.noteTrouble(error);
        await sleep(BACK_OFF_MS);
      }
    }
  }

  private async open(lane: number): Promise<RelayLane> {
    const producer = await this.kafka.producer();
    this.producers.push(producer);
    return new RelayLane(this.database, producer, this.source, lane);
  }

  private noteTrouble(error: unknown): void {
    const detail = error instanceof Error ? error.message : String(error);
    const cause = error instanceof DependencyUnavailable ? 'database' : 'broker';
    this.trouble = { since: this.trouble?.since ?? performance.now(), detail: `${cause}: ${detail}` };
  }

  private untilWoken(): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.wakers.delete(done);
        resolve();
      };
      const timer = setTimeout(done, POLL_MS);
      this.wakers.add(done);
    });
  }
}
