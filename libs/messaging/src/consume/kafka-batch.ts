import type { Message } from '#libs/contracts';
import type { Batch, Outcome, Reason } from '#libs/kernel';
import type { Transaction } from '#libs/persistence';
import type { ParkedCipher } from './parked-cipher.js';
import { heldAmong, heldLock, keyTextOf, park, type PlacedKey, type ToPark } from './parking.js';
import { inSequence, notePassedOver, type Place } from './passed-over.js';
import { readEventsOf } from '../proof/fates.js';
import { noteRead } from '../proof/reading-account.js';
import { movePositions, type TopicReader } from './positions.js';
import type { Entry, Share } from './share.js';

export type { Entry, Share } from './share.js';

/** A message was refused and a later one of its key is in the same batch: it must be cut, and begun again. */
export class CutBatch extends Error {
  override readonly name = 'CutBatch';
  /** @param first what the second part begins with */
  constructor(readonly first: Entry) {
    super(`cut before offset ${first.incoming.offset}`);
  }
}

/** An entry and the partition that it lies in. */
interface Placed {
  readonly entry: Entry;
  readonly partition: number;
}

interface Going {
  readonly placed: Placed;
  readonly message: Message;
}

interface Parking extends ToPark {
  readonly partition: number;
}

const placed = ({ partition, entries }: Share): Placed[] => entries.map((entry) => ({ entry, partition }));

/** The text that its key is compared by; null where it has none. */
const keyOf = ({ entry, partition }: Placed): string | null => {
  const { key } = entry.incoming;
  return key && keyTextOf({ partition, key });
};

const isAmong = (keys: ReadonlySet<string>, key: string | null) => key !== null && keys.has(key);

const hold = (keys: Set<string>, key: string | null): void => {
  if (key !== null) keys.add(key);
};

/** Stretches of the log of one or more partitions of a topic, on the write path. */
export class KafkaBatch implements Batch<Message> {
  readonly items: readonly Message[];
  /** What was counted, once the transaction is through. */
  readonly counts = new Map<string, number>();
  settled = false;
  private going: readonly Going[] = [];
  private parking: readonly Parking[] = [];
  private passedOver: readonly Place[] = [];

  constructor(
    private readonly reader: TopicReader,
    private readonly shares: readonly Share[],
    private readonly cipher: ParkedCipher | null,
    private readonly accounts = false,
  ) {
    this.items = shares.flatMap(({ entries }) =>
      entries.flatMap(({ decoded }) => (decoded.kind === 'message' ? [decoded.message] : [])),
    );
  }

  /** Sets aside what cannot be read and what must wait behind it, and gives the rest. */
  async open(transaction: unknown): Promise<readonly Message[]> {
    const tx = transaction as Transaction;
    this.counts.clear();
    this.settled = false;
    const partitions = this.shares.map(({ partition }) => partition);
    await tx.lock(partitions.map((partition) => heldLock({ ...this.reader, partition })));
    this.divide(await heldAmong(tx, this.reader, partitions, () => this.keys(), this.cipher));
    const messages = this.going.map(({ message }) => message);
    return inSequence(tx, this.reader, messages, this.passedOver);
  }

  /** Parks, then moves the positions: the last statement, and the one that may find that another owns a partition. */
  async settle(transaction: unknown, outcomes: readonly Outcome<unknown>[]): Promise<void> {
    const tx = transaction as Transaction;
    outcomes.forEach((outcome) =>
      this.count(outcome.kind === 'happened' ? 'happened' : `${outcome.kind}:${outcome.reason}`),
    );
    const parking = [...this.parking, ...this.refused(outcomes)];
    for (const { reason } of parking) this.count(`parked:${reason}`);
    for (const [partition, ofIt] of Map.groupBy(parking, (one) => one.partition))
      await park(tx, { ...this.reader, partition }, ofIt, this.cipher);
    const newlyPassedOver = await notePassedOver(tx, this.reader, this.passedOver);
    if (this.accounts) await this.account(tx, outcomes, newlyPassedOver);
    await movePositions(tx, this.reader, this.shares);
    this.settled = true;
  }

  /** The batch with a verdict for its only message: the program fails on it. */
  readonly verdict = (reason: Reason): readonly Outcome<never>[] =>
    this.items.map(() => ({ kind: 'refused', reason }) as const);

  /** What was read counts in the reader's account, whatever became of it. */
  private async account(
    tx: Transaction,
    outcomes: readonly Outcome<unknown>[],
    newlyPassedOver: readonly Place[],
  ): Promise<void> {
    const read = readEventsOf({
      shares: this.shares,
      outcomes: new Map(this.going.map(({ placed: { entry } }, index) => [entry, outcomes[index]!])),
      newlyPassedOver,
    });
    await noteRead(tx, this.reader, read);
  }

  private keys(): PlacedKey[] {
    return this.shares.flatMap(({ partition, entries }) =>
      entries.flatMap(({ incoming: { key } }) => (key === null ? [] : [{ partition, key }])),
    );
  }

  /** What may go on, what must be parked, and what is passed over. */
  private divide(held: Set<string>): void {
    const going: Going[] = [];
    const parking: Parking[] = [];
    const passedOver: Place[] = [];
    for (const one of this.shares.flatMap(placed)) {
      const { entry, partition } = one;
      const { incoming, decoded } = entry;
      if (decoded.kind === 'passed-over') {
        this.count(`passed-over:${decoded.reason}`);
        if (decoded.place) passedOver.push(decoded.place);
      } else if (held.size > 0 && isAmong(held, keyOf(one)))
        parking.push({ partition, incoming, reason: 'behind-parked', detail: '' });
      else if (decoded.kind === 'message') going.push({ placed: one, message: decoded.message });
      else {
        parking.push({ partition, incoming, reason: decoded.reason, detail: decoded.detail });
        hold(held, keyOf(one));
      }
    }
    this.going = going;
    this.parking = parking;
    this.passedOver = passedOver;
  }

  /** What was refused must be parked, and whatever follows with its key must wait: then the batch ends before that. */
  private refused(outcomes: readonly Outcome<unknown>[]): Parking[] {
    const keys = new Set<string>();
    return this.going.flatMap(({ placed }, index) => {
      const { partition, entry } = placed;
      const outcome = outcomes[index]!;
      if (outcome.kind !== 'refused' && keys.size === 0) return [];
      const key = keyOf(placed);
      if (isAmong(keys, key)) throw new CutBatch(entry);
      if (outcome.kind !== 'refused') return [];
      hold(keys, key);
      return [{ partition, incoming: entry.incoming, reason: outcome.reason, detail: '' }];
    });
  }

  private count(what: string): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
  }
}
