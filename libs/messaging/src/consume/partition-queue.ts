import { setTimeout as sleep } from 'node:timers/promises';
import type { IncomingMessage } from '../client/kafka-client.js';
import { bytesIn, bytesOf } from '../client/message-bytes.js';
import { Gathering } from './gathering.js';

/**
 * Beyond this the partition pauses. The partitions of a topic together have a batch ready while another is written; more
 * would only take memory, in each of the dozens of partitions that a service reads.
 */
const WAITING_MAX = 340;
const WAITING_BYTES_MAX = 512 * 1024;

export interface QueueWork {
  /** Waits for this queue's turn among those of the process, and takes what it has waiting then. */
  turn(queue: PartitionQueue): Promise<void>;
  /** The queue has closed by itself: the position is not its to move. */
  over(): void;
  pause(): void;
  resume(): void;
}

/** Messages of a stretch of the log. */
export interface Stretch {
  readonly messages: readonly IncomingMessage[];
  readonly bytes: number;
  readonly from: bigint;
  readonly to: bigint;
}

interface InHand {
  readonly to: bigint;
  readonly ended: Promise<void>;
  end(): void;
}

/** The messages of one partition that wait their turn, so that a slow partition holds no other. */
export class PartitionQueue {
  private waiting: IncomingMessage[] = [];
  private bytes = 0;
  private paused = false;
  private closed = false;
  /** Up to here the log was taken over, whether it waits, is in hand or is done: the next offset to come. */
  private received: bigint;
  private draining: Promise<void> | null = null;
  private inHand: InHand | null = null;
  private readonly gathering: Gathering;
  /** When it last moved, or last had nothing to do; ms of the monotonic clock. */
  movedAt = performance.now();
  private begunAt = 0;
  /** It waits behind others of the process for its turn. */
  isInLine = false;

  constructor(
    public position: bigint,
    public high: bigint,
    private readonly work: QueueWork,
    gatherMs?: number,
  ) {
    this.received = position;
    this.gathering = new Gathering(WAITING_MAX, gatherMs);
  }

  /** Takes over what the broker sent; what lies before the position was taken already. */
  receive(messages: readonly IncomingMessage[], high: bigint, next?: bigint): void {
    if (this.closed) return;
    for (const message of messages) {
      if (message.offset < this.received) continue;
      this.received = message.offset + 1n;
      this.waiting.push(message);
      this.bytes += bytesOf(message);
    }
    if (next !== undefined && next > this.received) this.received = next;
    this.reaches(high);
    this.pauseWhenFull();
    if (this.hasMore()) this.draining ??= this.drain();
  }

  /** The log goes up to here. */
  reaches(high: bigint): void {
    if (this.isCaughtUp()) this.movedAt = performance.now();
    this.high = high;
  }

  /** The position is here now, within a batch in hand or behind it. */
  movesTo(position: bigint): void {
    this.position = position;
    this.movedAt = performance.now();
  }

  isCaughtUp = (): boolean => this.position >= this.high;

  isClosed = (): boolean => this.closed;

  /** Forgets what waits; resolves when the batch in hand is through. */
  async close(): Promise<void> {
    this.closed = true;
    this.waiting = [];
    await this.draining;
    await this.inHand?.ended;
  }

  /** The next so many messages, in hand from now on until `end`; null while there is nothing, or something is in hand. */
  begin(atMost: number): Stretch | null {
    if (this.closed || this.inHand !== null || !this.hasMore()) return null;
    this.isInLine = false;
    const messages = this.waiting.splice(0, atMost);
    const bytes = this.waiting.length === 0 ? this.bytes : bytesIn(messages);
    this.bytes -= bytes;
    if (this.paused && !this.isFull(1 / 2)) {
      this.paused = false;
      this.work.resume();
    }
    const to = this.waiting[0]?.offset ?? this.received;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.inHand = { to, ended: promise, end: resolve };
    this.begunAt = performance.now();
    return { messages, bytes, from: this.position, to };
  }

  /** What was in hand is taken; if not, the position is no longer this queue's to move. */
  end(isTaken: boolean): void {
    const { to, end } = this.inHand!;
    if (isTaken) {
      this.movesTo(to);
      this.gathering.took(this.movedAt - this.begunAt);
    } else if (!this.closed) {
      this.closed = true;
      this.work.over();
    }
    this.inHand = null;
    end();
  }

  /** What was in hand waits again, as if it had never been begun. */
  giveBack({ messages, bytes }: Stretch): void {
    const { end } = this.inHand!;
    if (!this.closed) {
      this.waiting.unshift(...messages);
      this.bytes += bytes;
      this.pauseWhenFull();
    }
    this.inHand = null;
    end();
  }

  private pauseWhenFull(): void {
    if (this.paused || !this.isFull(1)) return;
    this.paused = true;
    this.work.pause();
  }

  private hasMore = (): boolean => this.position < this.received;

  private isFull = (part: number): boolean =>
    this.waiting.length >= WAITING_MAX * part || this.bytes >= WAITING_BYTES_MAX * part;

  private async takeTurn(): Promise<void> {
    this.isInLine = true;
    await this.work.turn(this);
    this.isInLine = false;
  }

  private async drain(): Promise<void> {
    while (this.hasMore() && !this.closed) {
      if (this.inHand !== null) await this.inHand.ended;
      else {
        const waitMs = this.gathering.waitMs(this.waiting.length);
        await (waitMs > 0 ? sleep(waitMs) : this.takeTurn());
      }
    }
    this.draining = null;
  }
}
