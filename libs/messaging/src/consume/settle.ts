import { DependencyUnavailable } from '#libs/persistence';
import type { WritePath } from '../write-path.js';
import type { Away } from './away.js';
import { CutBatch, KafkaBatch, type Share } from './kafka-batch.js';
import type { ParkedCipher } from './parked-cipher.js';
import type { Reader } from './parking.js';
import { PositionMoved } from './positions.js';
import type { Tally } from './tally.js';

/** A bug may be a passing one, such as a race; a fourth try has never helped. */
const TRIES_MAX = 3;
const BACK_OFF_FIRST_MS = 100;
const BACK_OFF_MAX_MS = 5_000;

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export interface SettleTools {
  readonly writes: WritePath;
  readonly cipher: ParkedCipher | null;
  readonly accounts: boolean;
  readonly tally: Tally;
  /** Hands the batch to the listener; throws what the listener threw. */
  readonly handle: (batch: KafkaBatch) => Promise<void>;
  readonly away: Away;
  /** Told of each step, also of those within a batch that is taken in parts. */
  readonly moved: (to: bigint) => void;
  readonly bug: (error: unknown) => void;
  /** The partition was taken away, or the process is about to end: nothing new is begun. */
  readonly stopped: () => boolean;
}

/** A stretch of the partition's log, or a part of one. */
export type Span = Omit<Share, 'partition'>;

/** One transaction, if it goes through. */
export const hand = async (
  batch: KafkaBatch,
  { writes, handle }: Pick<SettleTools, 'writes' | 'handle'>,
): Promise<void> => {
  if (batch.items.length === 0) await writes.run(batch, async () => []);
  else await handle(batch);
  if (!batch.settled) throw new Error('the listener did not put its batch on the write path');
};

/** The process no longer owns the partition, or is about to end. */
class Abandoned extends Error {
  override readonly name = 'Abandoned';
}

/**
 * The one place that decides what becomes of messages. Effect, parking and position are one transaction; a bug is
 * hunted down by halving until the message that fails stands alone and is parked; an outage waits, and drops nothing.
 */
export class Settle {
  constructor(
    readonly reader: Reader,
    private readonly tools: SettleTools,
  ) {}

  /** Answers whether the position is behind the entries now; if not, the partition is no longer this process's. */
  async take(span: Span): Promise<boolean> {
    try {
      await this.settle(span);
      return true;
    } catch (error) {
      if (error instanceof PositionMoved || error instanceof Abandoned) return false;
      throw error;
    }
  }

  private async settle(span: Span): Promise<void> {
    try {
      await this.patiently(span, (batch) => hand(batch, this.tools));
    } catch (error) {
      if (error instanceof PositionMoved || error instanceof Abandoned) throw error;
      if (error instanceof CutBatch) return this.inTwo(span, span.entries.indexOf(error.first));
      this.tools.bug(error);
      if (span.entries.length > 1) return this.inTwo(span, Math.ceil(span.entries.length / 2));
      await this.alone(span);
    }
  }

  private async inTwo({ entries, from, to }: Span, cut: number): Promise<void> {
    const middle = entries[cut]!.incoming.offset;
    await this.settle({ entries: entries.slice(0, cut), from, to: middle });
    await this.settle({ entries: entries.slice(cut), from: middle, to });
  }

  /** The message that fails, by itself: two more tries, then it is parked as a bug. */
  private async alone(span: Span): Promise<void> {
    for (let tries = 2; tries <= TRIES_MAX; tries += 1) {
      try {
        return await this.patiently(span, (batch) => hand(batch, this.tools));
      } catch (error) {
        if (error instanceof PositionMoved || error instanceof Abandoned) throw error;
        this.tools.bug(error);
      }
    }
    await this.patiently(span, async (batch) => {
      await this.tools.writes.run(batch, async () => batch.verdict('bug'));
    });
  }

  private async patiently(span: Span, work: (batch: KafkaBatch) => Promise<void>): Promise<void> {
    const { partition } = this.reader;
    for (let backOffMs = BACK_OFF_FIRST_MS; ; backOffMs = Math.min(backOffMs * 2, BACK_OFF_MAX_MS)) {
      if (this.tools.stopped()) throw new Abandoned();
      const batch = new KafkaBatch(
        this.reader,
        [{ ...span, partition }],
        this.tools.cipher,
        this.tools.accounts,
      );
      try {
        await work(batch);
        this.tools.away.isBack();
        this.tools.moved(span.to);
        return this.tools.tally.add(this.reader.topic, batch.counts);
      } catch (error) {
        if (!(error instanceof DependencyUnavailable)) throw error;
        this.tools.away.isAway(`database: ${error.message}`);
        await sleep(backOffMs);
      }
    }
  }
}
