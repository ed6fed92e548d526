import type { Message } from '#libs/contracts';
import {
  refused,
  type Batch,
  type DiscardAnswer,
  type Followers,
  type ParkedCorrection,
  type ParkedWish,
  type Reason,
  type RetryAnswer,
} from '#libs/kernel';
import { DependencyUnavailable, type Database } from '#libs/persistence';
import type { ParkedCipher } from '../consume/parked-cipher.js';
import { heldLock, letGo } from '../consume/parking.js';
import { notePassedOver, type Place } from '../consume/passed-over.js';
import type { Tally } from '../consume/tally.js';
import { decode, placeOf, type Listening } from '../envelope/decode.js';
import type { WritePath } from '../write-path.js';
import { NotNext, ParkedBatch, RowChanged, type Attempt } from './parked-batch.js';
import { headOfParked, openParked, type ParkedHead, type ParkedRow } from './rows.js';
import { correctedContent } from './shown-message.js';

/** As often as the consumer tries before it parks a message as a bug. */
const TRIES_MAX = 3;
/** Who asks over HTTP waits for this many at most; the others follow by themselves. */
const FOLLOWERS_MAX = 200;

const TOO_EARLY: Reason = 'sequence-gap';

const NEXT = `
  select id::text, reason from parked_message
   where consumer = $1 and topic = $2 and partition = $3 and key_token = $4 and status = 'waiting'
   order by log_offset limit 1`;

const DISCARDED = `
  update parked_message set status = 'discarded', settled_at = now(), settled_by = $2, note = $3
   where id = $1 and status = 'waiting' returning reason`;

/** The listeners of the service, as the transport knows them. */
export interface Listeners {
  /** What the listener of a topic takes; undefined while nobody listens. */
  listeningTo(topic: string): Listening | undefined;
  /** Hands a batch to the topic's listener; throws what the listener threw. */
  hand(topic: string, batch: Batch<Message>): Promise<void>;
  readonly tally: Tally;
}

export interface SettleParkedTools {
  readonly consumer: string;
  readonly database: Database;
  readonly writes: WritePath;
  readonly listeners: Listeners;
  readonly cipher: ParkedCipher | null;
  readonly bug: (error: unknown) => void;
}

interface Retry {
  readonly wish: ParkedWish;
  readonly correction: ParkedCorrection | null;
}

const incomingOf = (row: ParkedRow, corrected: Attempt['corrected']) => {
  const { key, headers, value } = corrected ?? row.correction ?? row.content;
  return { key, headers, value, offset: row.offset, timestampMs: row.timestampMs };
};

/** Retries and gives up what was parked, key by key and in order, through the very listeners of the consumer. */
export class SettleParked {
  constructor(private readonly tools: SettleParkedTools) {}

  /** The message alone, and then those that only wait behind it. */
  async retry(id: string, retry: Retry): Promise<RetryAnswer> {
    const head = await headOfParked(this.tools.database, this.tools.consumer, id);
    if (head === null) return { kind: 'not-done', reason: 'not-found' };
    const answer = await this.patiently(id, retry);
    if (answer.kind !== 'retried') return answer;
    return { ...answer, ...(await this.followUp(head, retry.wish)) };
  }

  /**
   * It keeps its place: what comes behind it leaves no gap. One that came too early keeps none: when what it missed is sent,
   * so is it, once more, and what comes behind it has to wait for that.
   */
  async discard(id: string, { by, note }: ParkedWish): Promise<DiscardAnswer> {
    const { database, consumer } = this.tools;
    const head = await headOfParked(database, consumer, id);
    if (head === null) return { kind: 'not-done', reason: 'not-found' };
    const place = await this.placeOf(head);
    const isDone = await database.transaction(async (tx) => {
      await tx.lock([heldLock(head)]);
      const [done] = await tx.query<{ reason: Reason }>(DISCARDED, [id, by, note]);
      const keepsPlace = done !== undefined && done.reason !== TOO_EARLY;
      if (place !== null && keepsPlace) await notePassedOver(tx, head, [place]);
      await letGo(tx, head, head.keyToken);
      return done !== undefined;
    });
    if (!isDone) return { kind: 'not-done', reason: 'parked-settled' };
    this.count(head.topic, 'discarded');
    return { kind: 'discarded', ...(await this.followUp(head, { by, note: null })) };
  }

  private async placeOf({ id, topic }: ParkedHead): Promise<Place | null> {
    const { database, consumer, listeners, cipher } = this.tools;
    const listening = listeners.listeningTo(topic);
    const row = listening && (await openParked(database, consumer, id, cipher));
    return row ? placeOf(incomingOf(row, null), listening!) : null;
  }

  /** Takes those of the key that have nothing wrong with them but what was ahead, until one is refused. */
  async goOn(head: ParkedHead, wish: ParkedWish): Promise<Followers> {
    for (let followed = 0; followed < FOLLOWERS_MAX; followed += 1) {
      const next = await this.nextBehind(head);
      if (next === null) return { followed, stoppedAt: null };
      const answer = await this.patiently(next, { wish, correction: null });
      if (answer.kind === 'waiting') return { followed, stoppedAt: next };
      if (answer.kind === 'not-done') return { followed, stoppedAt: null }; // somebody else is at it
    }
    return { followed: FOLLOWERS_MAX, stoppedAt: null };
  }

  /** An outage now does not undo what was done: they follow by themselves when it is over. */
  private async followUp(head: ParkedHead, { by }: ParkedWish): Promise<Followers> {
    try {
      return await this.goOn(head, { by, note: null });
    } catch (error) {
      if (!(error instanceof DependencyUnavailable)) this.tools.bug(error);
      return { followed: 0, stoppedAt: null };
    }
  }

  private async nextBehind({ consumer, topic, partition, keyToken }: ParkedHead): Promise<string | null> {
    if (keyToken === null) return null;
    const params = [consumer, topic, partition, keyToken];
    const [next] = await this.tools.database.query<{ id: string; reason: string }>(NEXT, params);
    return next?.reason === 'behind-parked' ? next.id : null;
  }

  /** A bug may be a passing one; if not, the message stays parked as one. */
  private async patiently(id: string, retry: Retry): Promise<RetryAnswer> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.once(id, retry, tries > TRIES_MAX);
      } catch (error) {
        if (error instanceof NotNext) return { kind: 'not-done', reason: error.reason };
        if (error instanceof DependencyUnavailable || tries > TRIES_MAX) throw error;
        if (!(error instanceof RowChanged)) this.tools.bug(error);
      }
    }
  }

  private async once(id: string, { wish, correction }: Retry, isBug: boolean): Promise<RetryAnswer> {
    const { database, consumer, listeners, cipher } = this.tools;
    const row = await openParked(database, consumer, id, cipher);
    if (row === null) return { kind: 'not-done', reason: 'not-found' };
    const listening = listeners.listeningTo(row.topic);
    if (!listening) throw new DependencyUnavailable(`nobody listens to ${row.topic} yet`);
    const corrected = correction && correctedContent(row, correction);
    const decoded = decode(incomingOf(row, corrected), listening);
    const batch = new ParkedBatch({ row, decoded, corrected, wish, cipher });
    await this.hand(row.topic, batch, isBug);
    if (batch.verdict === null) throw new Error('the listener did not put its batch on the write path');
    this.count(row.topic, batch.verdict === 'retried' ? 'retried' : `parked-again:${batch.verdict.reason}`);
    if (batch.verdict !== 'retried') return { kind: 'waiting', ...batch.verdict };
    return { kind: 'retried', followed: 0, stoppedAt: null };
  }

  private async hand(topic: string, batch: ParkedBatch, isBug: boolean): Promise<void> {
    const { writes, listeners } = this.tools;
    if (isBug) await writes.run(batch, async (_tx, items) => items.map(() => refused('bug')));
    else if (batch.items.length === 0) await writes.run(batch, async () => []);
    else await listeners.hand(topic, batch);
  }

  private count(topic: string, verdict: string): void {
    this.tools.listeners.tally.add(topic, new Map([[verdict, 1]]));
  }
}
