import type { IncomingMessage } from '../client/kafka-client.js';
import { bytesIn, bytesOf } from '../client/message-bytes.js';

/** Until a partition is read it pauses with what the first answer brought. */
const AHEAD_LEAST = 1;
/**
 * The one that is read runs ahead so far, and pauses until half of it is read: while all partitions pause, kafkajs looks only
 * every tenth of a second whether one may go on.
 */
const AHEAD_MOST = 6_000;
/** Where messages are large, it pauses with so many bytes. */
const AHEAD_BYTES_MOST = 16 * 1024 * 1024;
const PORTION_MAX = 2_000;

/** Holds the flow of a partition up, and lets it go on. */
interface Flow {
  pause(): void;
  resume(): void;
}

/** What came of one partition and waits to be read. */
export class LogTail {
  private waiting: IncomingMessage[] = [];
  private bytes = 0;
  private isPaused = false;
  private ahead = AHEAD_LEAST;
  /** Up to here the log has come, read or not. */
  private received: bigint;
  private failure: Error | null = null;
  private wake: (() => void) | null = null;

  /** @param handedOut the next offset to be read */
  constructor(
    private handedOut: bigint,
    private readonly flow: Flow,
  ) {
    this.received = handedOut;
  }

  receive(messages: readonly IncomingMessage[], next: bigint | undefined): void {
    for (const message of messages) {
      if (message.offset < this.received) continue;
      this.received = message.offset + 1n;
      this.waiting.push(message);
      this.bytes += bytesOf(message);
    }
    if (next !== undefined && next > this.received) this.received = next;
    if (!this.isPaused && this.isFull(1)) {
      this.isPaused = true;
      this.flow.pause();
    }
    this.wake?.();
  }

  /** What waits is forgotten, for it comes again: from which offset on. */
  beginAgain(): bigint {
    this.waiting = [];
    this.bytes = 0;
    this.isPaused = false;
    this.received = this.handedOut;
    return this.handedOut;
  }

  fail(error: Error): void {
    this.failure ??= error;
    this.wake?.();
  }

  /** The next messages before the offset; null once all of them were given. Rejects when the log or the reader fails. */
  async next(upTo: bigint, signal: AbortSignal): Promise<readonly IncomingMessage[] | null> {
    this.ahead = AHEAD_MOST;
    for (;;) {
      signal.throwIfAborted();
      if (this.failure !== null) throw this.failure;
      const portion = this.takeBefore(upTo);
      if (portion.length > 0) return portion;
      if (this.received >= upTo) break;
      await this.untilMore(signal);
    }
    this.ahead = AHEAD_LEAST;
    return null;
  }

  private isFull = (part: number): boolean =>
    this.waiting.length >= this.ahead * part || this.bytes >= AHEAD_BYTES_MOST * part;

  private takeBefore(upTo: bigint): readonly IncomingMessage[] {
    const within = this.waiting.findIndex(({ offset }) => offset >= upTo);
    const count = Math.min(within === -1 ? this.waiting.length : within, PORTION_MAX);
    const portion = this.waiting.splice(0, count);
    this.bytes -= bytesIn(portion);
    this.handedOut = this.waiting[0]?.offset ?? this.received;
    if (this.isPaused && !this.isFull(1 / 2)) {
      this.isPaused = false;
      this.flow.resume();
    }
    return portion;
  }

  private untilMore(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        signal.removeEventListener('abort', done);
        this.wake = null;
        resolve();
      };
      this.wake = done;
      signal.addEventListener('abort', done, { once: true });
    });
  }
}
