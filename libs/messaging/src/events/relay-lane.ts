import type { Database } from '#libs/persistence';
import type { Producer } from '../client/kafka-client.js';
import { CursorMoved, moveCursor, readCursor } from './relay-cursor.js';
import { unsentAfter } from './unsent.js';

/** What is read at once: large enough to be cheap, small enough to be sent in a few milliseconds. */
const BATCH_MAX = 1_000;
/** First half of the advisory lock of a lane; the second is its number. */
const OWNER_LOCK_CLASS = 7_262;
/** A stopped owner loses its lane after this long; a send takes at most half of it, so a slow broker does not cost it. */
const OWNER_IDLE_MS = 60_000;
/** Who has read for longer than this was stopped meanwhile, and may own the lane no longer. */
const READ_MAX_MS = 20_000;

const OWN = `
  select pg_try_advisory_xact_lock($1, $2) as mine,
         set_config('idle_in_transaction_session_timeout', $3, true)`;

/** Publishes one lane's events in order. Only its owner may: an advisory lock says who that is. */
export class RelayLane {
  constructor(
    private readonly database: Database,
    private readonly producer: Producer,
    private readonly source: string,
    private readonly lane: number,
  ) {}

  /**
   * Publishes what is unsent, one batch, and answers how many messages that were. The lock is held by a transaction
   * that writes nothing before the broker has acknowledged, so no snapshot waits for the broker; a relay that was
   * stopped and wakes sends nothing and moves no cursor.
   */
  async publish(): Promise<number> {
    return this.database.transaction(async (tx) => {
      const began = performance.now();
      const [owner] = await tx.query<{ mine: boolean }>(OWN, [
        OWNER_LOCK_CLASS,
        this.lane,
        String(OWNER_IDLE_MS),
      ]);
      if (!owner?.mine) return 0;
      const cursor = await readCursor(tx, this.lane);
      const { lane, source } = this;
      const unsent = await unsentAfter(tx, { lane, cursor, limit: BATCH_MAX, source });
      if (!unsent) return 0;
      if (performance.now() - began > READ_MAX_MS)
        throw new CursorMoved(`lane ${lane} was left for too long`);
      await this.producer.send(unsent.messages);
      await moveCursor(tx, lane, cursor, unsent.upTo);
      return unsent.messages.length;
    });
  }
}
