import type { Database } from '#libs/persistence';
import { setTimeout as sleep } from 'node:timers/promises';
import type { KafkaClient, Producer } from '../client/kafka-client.js';
import { LANES } from './lanes.js';
import { beginCursor, isQuiet } from './relay-cursor.js';
import { NotSent, RelayLane } from './relay-lane.js';
import { RelayTroubles, type RelayTrouble } from './relay-troubles.js';
import { RelayWatch, type RelayFigures } from './relay-watch.js';

/** Without a hint: what another process wrote while it could not publish, or one that a hint came too early for. */
const POLL_MS = 100;
/** After a hint an event may be invisible while older transactions end: it is looked for soon, then twice as late each time. */
const EAGER_MS = 5;
const BACK_OFF_MS = 500;
/** Behind a small batch the next one may gather for so long: a request costs as much for one event as for a hundred. */
const GATHER_MS = 20;
const GATHER_BELOW = 500;
/**
 * On a busy machine a batch takes long, whatever is in it: then most of the time is for gathering, since broker and database
 * are needed by those who have more to say.
 */
const GATHERS_PER_BATCH = 3;
const GATHER_MAX_MS = 100;

/** How long the next events may gather behind a small batch that took so long. */
const gatherMsBehind = (tookMs: number): number =>
  Math.min(Math.max(GATHERS_PER_BATCH * tookMs, GATHER_MS), GATHER_MAX_MS);

const partOf = (lane: number): string => `lane ${lane}`;

/** Publishes what the event log holds, each lane in order and for itself; what the broker did not take is tried again. */
export class Relay {
  private stopped = false;
  private hints = 0;
  private lanes: Promise<void>[] = [];
  private wakers = new Set<() => void>();
  private readonly troubles: RelayTroubles;
  private readonly watch: RelayWatch;

  constructor(
    private readonly database: Database,
    private readonly kafka: KafkaClient,
    readonly source: string,
  ) {
    this.troubles = new RelayTroubles(source);
    this.watch = new RelayWatch(database, this.troubles);
  }

  start(): void {
    this.watch.start();
    this.lanes = Array.from({ length: LANES }, (_, lane) => this.run(lane));
  }

  /** What has kept events from being published for the longest time, if anything does. */
  get trouble(): RelayTrouble | null {
    return this.troubles.oldest;
  }

  /** How far behind it is, as looked at every few seconds. */
  get figures(): RelayFigures {
    return this.watch.figures;
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
    await Promise.all([...this.lanes, this.watch.stop()]);
  }

  private async run(lane: number): Promise<void> {
    let producer: Producer | null = null;
    while (!this.stopped) {
      try {
        await beginCursor(this.database, lane);
        // sent once: before it sends again the lane makes sure that it is still its to send
        producer ??= await this.kafka.producer({ once: true }).catch(NotSent.because);
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
    let waitMs = POLL_MS;
    let heard = -1;
    while (!this.stopped) {
      const { hints } = this;
      const isLook = hints === heard && waitMs === POLL_MS;
      heard = hints;
      const begunAt = performance.now();
      const sent = isLook && (await isQuiet(this.database, lane)) ? 0 : await relay.publish();
      this.troubles.end(partOf(lane));
      if (sent === null) await sleep(POLL_MS);
      else if (sent > 0) {
        waitMs = EAGER_MS;
        if (sent < GATHER_BELOW) await sleep(gatherMsBehind(performance.now() - begunAt));
      } else {
        if (hints !== this.hints) waitMs = EAGER_MS;
        await (waitMs < POLL_MS ? sleep(waitMs) : this.untilWoken());
        waitMs = hints === this.hints ? Math.min(2 * waitMs, POLL_MS) : EAGER_MS;
      }
    }
  }

  private noteTrouble(lane: number, error: unknown): void {
    const { message } = error instanceof Error ? error : { message: String(error) };
    this.troubles.note(partOf(lane), `${error instanceof NotSent ? 'broker' : 'database'}: ${message}`);
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
