import { checkpointOfTopic, type Message } from '#libs/contracts';
import { Slots, type Batch } from '#libs/kernel';
import { DependencyUnavailable } from '#libs/persistence';
import type { Consumption, IncomingMessage, Slice, TopicPartition } from '../client/kafka-client.js';
import { decode, type Decoded, type Listening } from '../envelope/decode.js';
import { Away } from './away.js';
import { BatchSize } from './batch-size.js';
import { beginTogether, type Begun } from './begin-together.js';
import { entriesOf } from './entries-of.js';
import type { Share } from './kafka-batch.js';
import { PartitionQueue } from './partition-queue.js';
import { OutOfRange, positionsOf } from './positions.js';
import { isInLog, progressOf, type PartitionProgress } from './progress.js';
import { Settle } from './settle.js';
import { takeTogether } from './take-together.js';
import { Tally } from './tally.js';
import type { TransportOptions } from './transport-options.js';

/**
 * Transactions of one process at a time: while one is decided the other is written. Batches of several topics mostly touch
 * the same persons, so that more of them only wait for each other's locks, under load until they give up.
 */
const TRANSACTIONS_AT_ONCE = 2;

/** Who hears of what is read. */
interface Listeners {
  listeningTo(topic: string): Listening | undefined;
  /** Throws what the listener threw. */
  hand(topic: string, batch: Batch<Message>): Promise<void>;
}

/** The group was divided anew while positions were read: the answer is void. */
class Overtaken extends Error {
  override readonly name = 'Overtaken';
}

const keyOf = ({ topic, partition }: TopicPartition) => `${topic}/${partition}`;

const whatFailed = (error: unknown): string => {
  const message = error instanceof Error ? error.message : String(error);
  return error instanceof DependencyUnavailable ? `database: ${message}` : `positions: ${message}`;
};

/** The partitions that this process has at present, each with its queue. */
export class Partitions {
  /** By `topic/partition`. */
  readonly queues = new Map<string, PartitionQueue>();
  readonly tally = new Tally();
  /** What batches and positions wait for. */
  readonly away = new Away();
  private readonly slots = new Slots(TRANSACTIONS_AT_ONCE);
  private readonly size = new BatchSize();
  private readonly settles = new WeakMap<PartitionQueue, Settle>();
  private generation = 0;
  private closed = false;
  private endedAtLastLook = 0;

  constructor(
    private readonly options: TransportOptions,
    private readonly listeners: Listeners,
    private readonly consumption: () => Consumption | null,
  ) {}

  receive(slice: Slice): void {
    this.queues.get(keyOf(slice))?.receive(slice.messages, slice.high, slice.next);
  }

  /** Where to begin in the partitions that were assigned; `null` where the log does not hold the position. */
  async positions(
    topics: readonly string[],
    assigned: readonly TopicPartition[],
    rebalanced: boolean,
  ): Promise<(bigint | null)[]> {
    if (rebalanced) this.generation += 1;
    const ending = rebalanced ? [...this.queues.keys()] : assigned.map(keyOf);
    try {
      const places = await this.unlessOvertaken(this.placesBehind(ending, topics));
      this.away.isBack();
      return assigned.map((at) => this.begin(at, places.get(keyOf(at))!));
    } catch (error) {
      if (!(error instanceof Overtaken)) this.away.isAway(whatFailed(error));
      throw error;
    }
  }

  /**
   * How far each partition is whose stand would be this process's own fault. One that waits in line is not among them as
   * long as those before it come to an end, slow as they may be: then a new process would only be behind by a start.
   */
  watched(): readonly PartitionProgress[] {
    const goesOn = this.slots.ended !== this.endedAtLastLook;
    this.endedAtLastLook = this.slots.ended;
    const counts = ([, { isInLine }]: [string, PartitionQueue]) => !(goesOn && isInLine);
    return progressOf(new Map([...this.queues].filter(counts)));
  }

  /** Ends after the batches in hand. */
  async close(): Promise<void> {
    this.closed = true;
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
  }

  /** The answer or the error, as long as they concern the partitions that this process has now. */
  private async unlessOvertaken<T>(asked: Promise<T>): Promise<T> {
    const mine = this.generation;
    const [answer] = await Promise.allSettled([asked]);
    if (mine !== this.generation) throw new Overtaken();
    if (answer.status === 'rejected') throw answer.reason;
    return answer.value;
  }

  /** Batches in hand end first, so that positions are read behind them; what waits behind them belongs to the past. */
  private async placesBehind(ending: readonly string[], topics: readonly string[]) {
    await Promise.all(ending.map((key) => this.queues.get(key)?.close()));
    for (const key of ending) this.queues.delete(key);
    const { kafka, database, consumer } = this.options;
    const ends = await kafka.ends(topics);
    const stored = await positionsOf(database, consumer, ends);
    return new Map(ends.map((end) => [keyOf(end), { ...end, position: stored.get(keyOf(end))! }]));
  }

  private begin(at: TopicPartition, place: { position: bigint; low: bigint; high: bigint }): bigint | null {
    const { consumer, fatal } = this.options;
    if (!isInLog(place.position, place)) {
      fatal(new OutOfRange(consumer, at, place));
      return null;
    }
    this.queues.set(keyOf(at), this.queueFor(at, place));
    return place.position;
  }

  private queueFor(at: TopicPartition, { position, high }: { position: bigint; high: bigint }) {
    const queue: PartitionQueue = new PartitionQueue(position, high, {
      turn: (mine) => this.slots.with(() => this.takeFrom(mine)),
      over: () => !this.closed && void this.consumption()?.rearm(at),
      pause: () => this.consumption()?.pause(at),
      resume: () => this.consumption()?.resume(at),
    });
    const settle = new Settle(
      { topic: at.topic, partition: at.partition, consumer: this.options.consumer },
      {
        ...this.tools(at.topic),
        moved: (to) => queue.movesTo(to),
        stopped: () => this.closed || queue.isClosed(),
      },
    );
    this.settles.set(queue, settle);
    return queue;
  }

  private tools(topic: string) {
    const { tally, away } = this;
    const handle = (batch: Batch<Message>) => this.listeners.hand(topic, batch);
    return { ...this.options, tally, away, handle, accounts: this.isAccounted(topic) };
  }

  /**
   * One batch: what this queue has waiting, and of the topic's others what there is room for. If anything is in the way of
   * it, this one settles its share by itself, which finds out what it was, and the others wait for their own turn: they
   * neither wait for its troubles nor it for theirs.
   */
  private async takeFrom(first: PartitionQueue): Promise<void> {
    const settle = this.settles.get(first)!;
    const { topic } = settle.reader;
    const ofTopic = [...this.queues.values()].filter((queue) => this.topicOf(queue) === topic);
    const begun = beginTogether(first, ofTopic, this.size.most);
    const shares = begun.map((one) => this.shareOf(one));
    if (begun.length > 1) {
      const isTaken = await takeTogether(settle.reader, shares, this.tools(topic));
      this.size.ended(isTaken);
      if (isTaken) return begun.forEach(({ queue }) => queue.end(true));
    }
    const [mine] = shares;
    if (mine === undefined) return;
    for (const { queue, stretch } of begun.slice(1)) queue.giveBack(stretch);
    first.end((await settle.take(mine).catch(this.options.fatal)) ?? false);
  }

  private topicOf = (queue: PartitionQueue): string => this.settles.get(queue)!.reader.topic;

  private shareOf({ queue, stretch: { messages, from, to } }: Begun): Share {
    const { topic, partition } = this.settles.get(queue)!.reader;
    const decodeOne = (message: IncomingMessage) => this.read(topic, message);
    const entries = entriesOf(messages, decodeOne, this.isAccounted(topic));
    return { partition, entries, from, to };
  }

  private isAccounted = (topic: string): boolean =>
    this.options.accounts === true && checkpointOfTopic(topic) !== undefined;

  /** A message that even reading fails on is no reason to stand still. */
  private read(topic: string, incoming: IncomingMessage): Decoded {
    try {
      return decode(incoming, this.listeners.listeningTo(topic)!);
    } catch (error) {
      this.options.bug(error);
      return { kind: 'unreadable', reason: 'bug', detail: String(error) };
    }
  }
}
