import type { Message } from '#libs/contracts';
import type { Batch, Outcome, Reason } from '#libs/kernel';
import type { Transaction } from '#libs/persistence';
import type { IncomingMessage } from '../client/kafka-client.js';
import type { Decoded } from '../envelope/decode.js';
import type { ParkedCipher } from './parked-cipher.js';
import { heldKeyOf, heldKeys, heldLock, park, type Reader, type ToPark } from './parking.js';
import { inSequence, notePassedOver, type Place } from './passed-over.js';
import { movePosition } from './positions.js';

export interface Entry {
  readonly incoming: IncomingMessage;
  readonly decoded: Decoded;
}

/** A message was refused and a later one of its key is in the same batch: it must be cut, and begun again. */
export class CutBatch extends Error {
  override readonly name = 'CutBatch';
  /** @param first what the second part begins with */
  constructor(readonly first: Entry) {
    super(`cut before offset ${first.incoming.offset}`);
  }
}

interface Going {
  readonly entry: Entry;
  readonly message: Message;
}

const keyOf = ({ incoming: { key } }: Entry) => key && heldKeyOf(key).toString('hex');

/** A slice of one partition on the write path. */
export class KafkaBatch implements Batch<Message> {
  readonly items: readonly Message[];
  /** What was counted, once the transaction is through. */
  readonly counts = new Map<string, number>();
  settled = false;
  private going: readonly Going[] = [];
  private parking: readonly ToPark[] = [];
  private passedOver: readonly Place[] = [];

  constructor(
    private readonly reader: Reader,
    private readonly entries: readonly Entry[],
    private readonly move: { readonly from: bigint; readonly to: bigint },
    private readonly cipher: ParkedCipher | null,
  ) {
    this.items = entries.flatMap(({ decoded }) => (decoded.kind === 'message' ? [decoded.message] : []));
  }

  /** Sets aside what cannot be read and what must wait behind it, and gives the rest. */
  async open(transaction: unknown): Promise<readonly Message[]> {
    const tx = transaction as Transaction;
    this.counts.clear();
    this.settled = false;
    await tx.lock([heldLock(this.reader)]);
    const held = await heldKeys(tx, this.reader);
    const going: Going[] = [];
    const parking: ToPark[] = [];
    const passedOver: Place[] = [];
    for (const entry of this.entries) {
      const { incoming, decoded } = entry;
      const key = keyOf(entry);
      if (decoded.kind === 'passed-over') {
        this.count(`passed-over:${decoded.reason}`);
        if (decoded.place) passedOver.push(decoded.place);
      } else if (key !== null && held.has(key))
        parking.push({ incoming, reason: 'behind-parked', detail: '' });
      else if (decoded.kind === 'message') going.push({ entry, message: decoded.message });
      else {
        parking.push({ incoming, reason: decoded.reason, detail: decoded.detail });
        if (key !== null) held.add(key);
      }
    }
    this.going = going;
    this.parking = parking;
    this.passedOver = passedOver;
    const messages = going.map(({ message }) => message);
    return inSequence(tx, this.reader, messages, passedOver);
  }

  /** Parks, then moves the position: the last statement, and the one that may find that another owns the partition. */
  async settle(transaction: unknown, outcomes: readonly Outcome<unknown>[]): Promise<void> {
    const tx = transaction as Transaction;
    outcomes.forEach((outcome) =>
      this.count(outcome.kind === 'happened' ? 'happened' : `${outcome.kind}:${outcome.reason}`),
    );
    const parking = [...this.parking, ...this.refused(outcomes)];
    for (const { reason } of parking) this.count(`parked:${reason}`);
    await park(tx, this.reader, parking, this.cipher);
    await notePassedOver(tx, this.reader, this.passedOver);
    await movePosition(tx, { ...this.reader, ...this.move });
    this.settled = true;
  }

  /** The batch with a verdict for its only message: the program fails on it. */
  readonly verdict = (reason: Reason): readonly Outcome<never>[] =>
    this.items.map(() => ({ kind: 'refused', reason }) as const);

  /** What was refused must be parked, and whatever follows with its key must wait: then the batch ends before that. */
  private refused(outcomes: readonly Outcome<unknown>[]): ToPark[] {
    const keys = new Set<string>();
    return this.going.flatMap(({ entry }, index) => {
      const outcome = outcomes[index]!;
      if (outcome.kind !== 'refused' && keys.size === 0) return [];
      const key = keyOf(entry);
      if (key !== null && keys.has(key)) throw new CutBatch(entry);
      if (outcome.kind !== 'refused') return [];
      if (key !== null) keys.add(key);
      return [{ incoming: entry.incoming, reason: outcome.reason, detail: '' }];
    });
  }

  private count(what: string): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
  }
}
