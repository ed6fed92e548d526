import type { IncomingMessage } from '../client/kafka-client.js';

/** Enough for the next batch to stand ready while one is written; beyond it the partition pauses. */
const WAITING_MAX = 4_000;
const WAITING_BYTES_MAX = 4 * 1024 * 1024;
/** One transaction. Larger ones gain little and hold their locks longer. */
const BATCH_MAX = 2_000;

/**
 * A stream that comes in drops is gathered for so long, since a transaction costs as much for one message as for a hundred;
 * the first message after a pause waits for nothing.
 */
const GATHER_MS = 40;
const GATHER_BELOW = 500;

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

const bytesOf = ({ value, key }: IncomingMessage) => (value?.length ?? 0) + (key?.length ?? 0);

export interface QueueWork {
  /** Takes the messages, which begin at `from`, and answers the position behind them; `null`: this queue is over. */
  take(messages: readonly IncomingMessage[], from: bigint): Promise<bigint | null>;
  pause(): void;
  resume(): void;
}

/** The messages of one partition that wait their turn, so that a slow partition holds no other. */
export class PartitionQueue {
  private waiting: IncomingMessage[] = [];
  private bytes = 0;
  private paused = false;
  private closed = false;
  /** The last offset taken over, whether it waits, is in hand or is done. */
  private received: bigint;
  private draining: Promise<void> | null = null;
  /** When the last batch was through; ms of the monotonic clock. */
  private tookAt = Number.NEGATIVE_INFINITY;
  high: bigint;
  /** When it last moved, or last had nothing to do; ms of the monotonic clock. */
  movedAt = performance.now();

  constructor(
    public position: bigint,
    high: bigint,
    private readonly work: QueueWork,
  ) {
    this.high = high;
    this.received = position - 1n;
  }

  /** Takes over what the broker sent; what lies before the position was taken already. */
  receive(messages: readonly IncomingMessage[], high: bigint): void {
    if (this.closed) return;
    for (const message of messages) {
      if (message.offset <= this.received) continue;
      this.received = message.offset;
      this.waiting.push(message);
      this.bytes += bytesOf(message);
    }
    if (this.isCaughtUp()) this.movedAt = performance.now();
    this.high = high;
    if (!this.paused && (this.waiting.length >= WAITING_MAX || this.bytes >= WAITING_BYTES_MAX)) {
      this.paused = true;
      this.work.pause();
    }
    if (this.waiting.length > 0) this.draining ??= this.drain();
  }

  isCaughtUp = (): boolean => this.position >= this.high;

  /** Forgets what waits; resolves when the batch in hand is through. */
  async close(): Promise<void> {
    this.closed = true;
    this.waiting = [];
    await this.draining;
  }

  private async drain(): Promise<void> {
    while (this.waiting.length > 0 && !this.closed) {
      if (this.comesInDrops()) await sleep(GATHER_MS);
      if (this.closed) break;
      const messages = this.waiting.splice(0, BATCH_MAX);
      for (const message of messages) this.bytes -= bytesOf(message);
      if (this.paused && this.waiting.length < WAITING_MAX / 2) {
        this.paused = false;
        this.work.resume();
      }
      const position = await this.work.take(messages, this.position);
      if (position === null) {
        this.closed = true;
        break;
      }
      this.position = position;
      this.movedAt = performance.now();
      this.tookAt = this.movedAt;
    }
    this.draining = null;
  }

  private comesInDrops(): boolean {
    return this.waiting.length < GATHER_BELOW && performance.now() - this.tookAt < GATHER_MS;
  }
}
