import type { Database } from '#libs/persistence';
import type { Producer } from '../client/kafka-client.js';
import { unsentAfter, type Cursor } from './unsent.js';

/** One request to the broker: large enough to be cheap, small enough to be sent in a few milliseconds. */
const BATCH_MAX = 1_000;
/** First half of the advisory lock of a lane; the second is its number. */
const OWNER_LOCK_CLASS = 7_262;
/** A stopped owner loses its lane after this long; a slow broker does not cost it. */
const OWNER_IDLE_MS = 30_000;

const OWN = `
  select pg_try_advisory_xact_lock($1, $2) as mine,
         set_config('idle_in_transaction_session_timeout', $3, true)`;

const MOVE = `
  update relay_cursor set transaction_id = $2::xid8, position = $3, moved_at = now()
  where lane = $1 and transaction_id = $4::xid8 and position = $5 returning lane`;

/** Publishes one lane's events in order. Only its owner may: an advisory lock says who that is. */
export class RelayLane {
  private cursor: Cursor | null = null;

  constructor(
    private readonly database: Database,
    private readonly producer: Producer,
    private readonly source: string,
    private readonly lane: number,
  ) {}

  /**
   * Publishes what is unsent, one batch, and answers how many messages that were. The lock is held by a transaction
   * that writes nothing before the broker has acknowledged, so no snapshot waits for the broker; a relay that was stopped and wakes
   * finds its cursor moved, and writes nothing.
   */
  async publish(): Promise<number> {
    return this.database.transaction(async (tx) => {
      const [owner] = await tx.query<{ mine: boolean }>(OWN, [
        OWNER_LOCK_CLASS,
        this.lane,
        String(OWNER_IDLE_MS),
      ]);
      if (!owner?.mine) return 0;
      const cursor = this.cursor ?? (await this.readCursor(tx));
      const unsent = await unsentAfter(tx, {
        lane: this.lane,
        cursor,
        limit: BATCH_MAX,
        source: this.source,
      });
      if (!unsent) {
        this.cursor = cursor;
        return 0;
      }
      await this.producer.send(unsent.messages);
      const { transactionId, position } = unsent.upTo;
      const moved = await tx.query(MOVE, [
        this.lane,
        transactionId,
        position,
        cursor.transactionId,
        cursor.position,
      ]);
      this.cursor = moved.length === 1 ? unsent.upTo : null;
      return unsent.messages.length;
    });
  }

  /** After an error nothing is known of the cursor any more. */
  forget(): void {
    this.cursor = null;
  }

  private async readCursor(tx: { query<Row>(sql: string, params?: readonly unknown[]): Promise<Row[]> }) {
    const find = () =>
      tx.query<Cursor>(
        'select transaction_id::text as "transactionId", position::text from relay_cursor where lane = $1',
        [this.lane],
      );
    const [found] = await find();
    if (found) return found;
    await tx.query('insert into relay_cursor (lane) values ($1) on conflict do nothing', [this.lane]);
    return (await find())[0]!;
  }
}
