import type { Message } from '#libs/contracts';
import type { Batch, NotDone, Outcome, ParkedWish, Reason } from '#libs/kernel';
import type { Transaction } from '#libs/persistence';
import type { ParkedCipher } from '../consume/parked-cipher.js';
import { detailText, heldLock, letGo } from '../consume/parking.js';
import { inSequence, notePassedOver } from '../consume/passed-over.js';
import type { Decoded } from '../envelope/decode.js';
import type { ParkedRow } from './rows.js';
import { storedBytes, storedHeaders, type Content } from './stored-content.js';

/** It is not this one's turn: nothing was done. */
export class NotNext extends Error {
  override readonly name = 'NotNext';
  constructor(readonly reason: NotDone) {
    super(reason);
  }
}

/** Somebody else tried or corrected it since it was read: it must be read again. */
export class RowChanged extends Error {
  override readonly name = 'RowChanged';
}

const STANDING = `
  select status, retries, exists (
           select from parked_message ahead
            where ahead.consumer = mine.consumer and ahead.topic = mine.topic and ahead.partition = mine.partition
              and ahead.key_token = mine.key_token and ahead.status = 'waiting'
              and ahead.log_offset < mine.log_offset) as behind
    from parked_message mine where id = $1`;

const CORRECT = `
  update parked_message
     set corrected_key = $2, corrected_headers = $3, corrected_value = $4, corrected_by = $5, corrected_at = now()
   where id = $1`;

const RETRIED = `
  update parked_message
     set status = 'retried', settled_at = now(), settled_by = $2, note = $3, retries = retries + 1 where id = $1`;

const REFUSED = `
  update parked_message set reason = $2, detail = $3, retries = retries + 1 where id = $1`;

/** What a retry is made of. */
export interface Attempt {
  readonly row: ParkedRow;
  readonly decoded: Decoded;
  /** What replaces the content, if this retry brings a correction. */
  readonly corrected: Content | null;
  readonly wish: ParkedWish;
  readonly cipher: ParkedCipher | null;
}

/** Why a message stays parked. */
export interface Refusal {
  readonly reason: Reason;
  readonly detail: string;
}

/**
 * A parked message on the write path. Under the lock that the consumer takes, in the transaction of the effect, its row
 * is settled, and its key let go if nothing waits behind it.
 */
export class ParkedBatch implements Batch<Message> {
  readonly items: readonly Message[];
  /** Once the transaction is through: whether it went through, or why not. */
  verdict: 'retried' | Refusal | null = null;

  constructor(private readonly attempt: Attempt) {
    const { decoded } = attempt;
    this.items = decoded.kind === 'message' ? [decoded.message] : [];
  }

  async open(transaction: unknown): Promise<readonly Message[]> {
    const tx = transaction as Transaction;
    const { row } = this.attempt;
    this.verdict = null;
    await tx.lock([heldLock(row)]);
    const [standing] = await tx.query<{ status: string; retries: number; behind: boolean }>(STANDING, [
      row.id,
    ]);
    if (standing?.status !== 'waiting') throw new NotNext('parked-settled');
    if (standing.behind) throw new NotNext('behind-parked');
    if (standing.retries !== row.retries) throw new RowChanged();
    return inSequence(tx, row, this.items, []);
  }

  async settle(transaction: unknown, outcomes: readonly Outcome<unknown>[]): Promise<void> {
    const tx = transaction as Transaction;
    const { row, wish, decoded } = this.attempt;
    await this.keepCorrection(tx);
    if (decoded.kind === 'passed-over' && decoded.place) await notePassedOver(tx, row, [decoded.place]);
    const refusal = this.refusalOf(outcomes[0]);
    if (refusal === null) {
      await tx.query(RETRIED, [row.id, wish.by, wish.note]);
      await letGo(tx, row, row.keyToken);
    } else await tx.query(REFUSED, [row.id, refusal.reason, refusal.detail]);
    this.verdict = refusal ?? 'retried';
  }

  private async keepCorrection(tx: Transaction): Promise<void> {
    const { row, corrected, wish, cipher } = this.attempt;
    if (corrected === null) return;
    await tx.query(CORRECT, [
      row.id,
      storedBytes(corrected.key, cipher),
      storedHeaders(corrected.headers, cipher),
      storedBytes(corrected.value, cipher),
      wish.by,
    ]);
  }

  private refusalOf(outcome: Outcome<unknown> | undefined): Refusal | null {
    const { decoded } = this.attempt;
    if (decoded.kind === 'unreadable') return { reason: decoded.reason, detail: detailText(decoded.detail) };
    return outcome?.kind === 'refused' ? { reason: outcome.reason, detail: '' } : null;
  }
}
