import type { Database, Transaction } from '#libs/persistence';
import type { Producer } from '../client/kafka-client.js';
import { moveCursor, readCursor } from './relay-cursor.js';
import { unsentAfter } from './unsent.js';

/** What is read at once: large enough to be cheap, small enough to be sent in a few milliseconds. */
const BATCH_MAX = 1_000;
/** First half of the advisory lock of a lane; the second is its number. */
const OWNER_LOCK_CLASS = 7_262;
/** A stopped owner loses its lane after this long; a send takes less, so a slow broker does not cost it. */
const OWNER_IDLE_MS = 60_000;
/** An answer that took longer may have waited in this process while it was stopped. */
const FRESH_MS = 1_000;

const OWN = `
  select pg_try_advisory_xact_lock($1, $2) as mine,
         set_config('idle_in_transaction_session_timeout', $3, true)`;

/** Asks until the answer is fresh. The transaction of a relay that lost its lane has ended, and answers nothing. */
const stillOwned = async (tx: Transaction): Promise<void> => {
  for (let tookMs = Infinity; tookMs > FRESH_MS;) {
    const askedAt = performance.now();
    await tx.query('select');
    tookMs = performance.now() - askedAt;
  }
};

/** The broker is away, or did not acknowledge: what was to be sent may lie in the topic or not. */
export class NotSent extends Error {
  override readonly name = 'NotSent';

  static because(this: void, cause: unknown): never {
    throw new NotSent(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** Publishes one lane's events in order. Only its owner may: an advisory lock says who that is. */
export class RelayLane {
  constructor(
    private readonly database: Database,
    private readonly producer: Producer,
    private readonly source: string,
    private readonly lane: number,
  ) {}

  /**
   * Publishes what is unsent, one batch, and answers how many messages that were; null: the lane is another's. The lock is held by a transaction
   * that writes nothing before the broker has acknowledged, so no snapshot waits for the broker; a relay that was
   * stopped and wakes sends nothing and moves no cursor.
   * @throws NotSent when the broker did not take the batch
   */
  async publish(): Promise<number | null> {
    return this.database.transaction(async (tx) => {
      const { lane, source } = this;
      const [owner] = await tx.query<{ mine: boolean }>(OWN, [OWNER_LOCK_CLASS, lane, String(OWNER_IDLE_MS)]);
      if (!owner?.mine) return null;
      const cursor = await readCursor(tx, lane);
      const unsent = await unsentAfter(tx, { lane, cursor, limit: BATCH_MAX, source });
      if (!unsent) return 0;
      await stillOwned(tx);
      await this.producer.send(unsent.messages).catch(NotSent.because);
      await moveCursor(tx, lane, cursor, unsent.upTo);
      return unsent.messages.length;
    });
  }
}
