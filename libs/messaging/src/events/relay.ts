import { DependencyUnavailable, type Database } from '#libs/persistence';
import { setTimeout as sleep } from 'node:timers/promises';
import type { KafkaClient, Producer } from '../client/kafka-client.js';
import { LANES } from './lanes.js';
import { beginCursor, ClusterReplaced } from './relay-cursor.js';
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

/** Since when nothing could be published, and why. */
export interface RelayTrouble {
  readonly since: number;
  readonly detail: string;
}

/** Publishes what the event log holds, each lane in order and for itself; what the broker did not take is tried again. */
export class Relay {
  private stopped = false;
  private hints = 0;
  private lanes: Promise<void>[] = [];
  private wakers = new Set<() => void>();
  private readonly troubles = new Map<number, RelayTrouble>();

  constructor(
    private readonly database: Database,
    private readonly kafka: KafkaClient,
    readonly source: string,
  ) {}

  start(): void {
    this.lanes = Array.from({ length: LANES }, (_, lane) => this.run(lane));
  }

  /** The oldest trouble of all lanes: one that cannot publish is not made up for by the others. */
  get trouble(): RelayTrouble | null {
    return [...this.troubles.values()].reduce<RelayTrouble | null>(
      (oldest, one) => (oldest === null || one.since < oldest.since ? one : oldest),
      null,
    );
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
  }

  private async run(lane: number): Promise<void> {
    let producer: Producer | null = null;
    while (!this.stopped) {
      try {
        await beginCursor(this.database, lane);
        // sent once: before it sends again the lane makes sure that it is still its to send
        producer ??= await this.kafka.producer({ once: true });
        await this.publishWith(producer, lane);
      } catch (error) {
        this.noteTrouble(lane, error);
        await sleep(BACK_OFF_MS);
      }
    }
    await producer?.close().catch(() => undefined); // what it had to send is acknowledged
  }

  private async publishWith(producer: Producer, lane: number): Promise<void> {
    const relay = new RelayLane(this.database, producer, this.source, lane);
    let eagerUntil = 0;
    while (!this.stopped) {
      const hints = this.hints;
      const sent = await relay.publish();
      this.troubles.delete(lane);
      if (sent > 0 && sent < GATHER_BELOW) await sleep(GATHER_MS);
      if (sent > 0) continue;
      if (hints !== this.hints) eagerUntil = performance.now() + EAGER_FOR_MS;
      await (performance.now() < eagerUntil ? sleep(EAGER_MS) : this.untilWoken());
      if (hints !== this.hints) eagerUntil = performance.now() + EAGER_FOR_MS;
    }
  }

  private noteTrouble(lane: number, error: unknown): void {
    const detail = error instanceof Error ? error.message : String(error);
    const isOfDatabase = error instanceof DependencyUnavailable || error instanceof ClusterReplaced;
    const cause = isOfDatabase ? 'database' : 'broker';
    const since = this.troubles.get(lane)?.since ?? performance.now();
    this.troubles.set(lane, { since, detail: `${cause}: ${detail}` });
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
