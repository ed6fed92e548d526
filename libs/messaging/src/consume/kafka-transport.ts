import { eventsOn, type EventContract, type Message } from '#libs/contracts';
import type { Batch } from '#libs/kernel';
import type { Database } from '#libs/persistence';
import { Server, type CustomTransportStrategy, type MessageHandler } from '@nestjs/microservices';
import { isObservable, lastValueFrom } from 'rxjs';
import type { Consumption, KafkaClient, TopicPartition } from '../client/kafka-client.js';
import { decode, type Listening } from '../envelope/decode.js';
import type { WritePath } from '../write-path.js';
import type { Handled } from './on.js';
import type { ParkedCipher } from './parked-cipher.js';
import { PartitionQueue } from './partition-queue.js';
import { positionsOf } from './positions.js';
import { progressOf, type PartitionProgress } from './progress.js';
import { Settle } from './settle.js';
import { Slots } from './slots.js';
import { Tally } from './tally.js';

/** Transactions of one process at a time: more only make the two halves of a small machine wait for each other. */
const TRANSACTIONS_AT_ONCE = 4;
const PUBLISH_POSITIONS_MS = 5_000;

export interface TransportOptions {
  /** Name of the consumer: its group in Kafka and its rows in `consumer_position`. */
  readonly consumer: string;
  readonly kafka: KafkaClient;
  readonly database: Database;
  readonly writes: WritePath;
  readonly cipher: ParkedCipher | null;
  /** The client stopped for good, or the log no longer holds a position: the process must end, loudly. */
  readonly fatal: (error: Error) => void;
  readonly bug: (error: unknown) => void;
}

const keyOf = ({ topic, partition }: TopicPartition) => `${topic}/${partition}`;

/** Nest's transport for this project: batches from Kafka to listeners marked with `@On`, with positions in the database. */
export class KafkaTransport extends Server implements CustomTransportStrategy {
  readonly tally = new Tally();
  private readonly queues = new Map<string, PartitionQueue>();
  private readonly listening = new Map<string, Listening>();
  private readonly slots = new Slots(TRANSACTIONS_AT_ONCE);
  private consumption: Consumption | null = null;
  private publishing: NodeJS.Timeout | null = null;
  private stopped = false;
  /** Since when the database is away, if it is. */
  waiting: { since: number; detail: string } | null = null;

  constructor(private readonly options: TransportOptions) {
    super();
  }

  async listen(callback: () => void): Promise<void> {
    for (const [topic, handler] of this.messageHandlers) this.listening.set(topic, listeningOf(handler));
    if (this.listening.size > 0) await this.consume([...this.listening.keys()]);
    callback();
  }

  /** Ends after the batches in hand; what waits behind them is read again by whoever comes next. */
  async close(): Promise<void> {
    this.stopped = true;
    if (this.publishing) clearInterval(this.publishing);
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
    await this.publishPositions();
    await this.consumption?.close();
  }

  override on(): void {
    throw new Error('this transport has no events to listen to: ask progress() and waiting');
  }

  override unwrap<T>(): T {
    return this.options.kafka as T;
  }

  /** Position, end and lag of each partition that this process owns. */
  progress(): readonly PartitionProgress[] {
    return progressOf(this.queues);
  }

  private async consume(topics: readonly string[]): Promise<void> {
    this.consumption = await this.options.kafka.consume({
      groupId: this.options.consumer,
      topics,
      positions: (assigned, rebalanced) => this.positions(topics, assigned, rebalanced),
      receive: (slice) => this.queues.get(keyOf(slice))?.receive(slice.messages, slice.high),
      failed: this.options.fatal,
    });
    this.publishing = setInterval(() => void this.publishPositions(), PUBLISH_POSITIONS_MS);
  }

  /** A new generation: what waited belongs to the old one. Batches in hand end first, so that positions are read behind them. */
  private async positions(
    topics: readonly string[],
    assigned: readonly TopicPartition[],
    rebalanced: boolean,
  ) {
    const ending = rebalanced ? [...this.queues.keys()] : assigned.map(keyOf);
    await Promise.all(ending.map((key) => this.queues.get(key)?.close()));
    for (const key of ending) this.queues.delete(key);
    const ends = await this.options.kafka.ends(topics);
    const stored = await positionsOf(this.options.database, this.options.consumer, ends);
    return assigned.map((at) => {
      const { low, high } = ends.find((end) => keyOf(end) === keyOf(at))!;
      const position = stored.get(keyOf(at))!;
      if (position < low || position > high) {
        this.options.fatal(
          new Error(`the log of ${keyOf(at)} holds ${low} to ${high}, not position ${position}`),
        );
        return null;
      }
      this.queues.set(keyOf(at), this.queueFor(at, position, high));
      return position;
    });
  }

  private queueFor(at: TopicPartition, position: bigint, high: bigint): PartitionQueue {
    const settle = new Settle(
      { ...at, consumer: this.options.consumer },
      {
        ...this.options,
        tally: this.tally,
        handle: (batch) => this.hand(at.topic, batch),
        waiting: (detail) => this.noteWaiting(detail),
        stopped: () => this.stopped,
      },
    );
    const listening = this.listening.get(at.topic)!;
    return new PartitionQueue(position, high, {
      take: (messages, from) =>
        this.slots.with(async () => {
          const entries = messages.map((incoming) => ({ incoming, decoded: decode(incoming, listening) }));
          const next = await settle.take({ entries, from, to: messages.at(-1)!.offset + 1n });
          if (next === null && !this.stopped) void this.consumption?.rearm(at);
          return next;
        }),
      pause: () => this.consumption?.pause(at),
      resume: () => this.consumption?.resume(at),
    });
  }

  /** What the listener of a topic takes; undefined while nobody listens. */
  listeningTo(topic: string): Listening | undefined {
    return this.listening.get(topic);
  }

  /** Hands a batch to the topic's listener; throws what the listener threw. */
  async hand(topic: string, batch: Batch<Message>): Promise<void> {
    const answer: unknown = await this.messageHandlers.get(topic)!(batch, this);
    const handled = (isObservable(answer) ? await lastValueFrom(answer) : answer) as Handled;
    if ('failed' in handled) throw handled.failed;
  }

  private noteWaiting(detail: string | null): void {
    if (detail === null) this.waiting = null;
    else this.waiting = { since: this.waiting?.since ?? performance.now(), detail };
  }

  private async publishPositions(): Promise<void> {
    const positions = this.progress().map(({ topic, partition, position }) => ({
      topic,
      partition,
      offset: position,
    }));
    if (positions.length === 0) return;
    await this.consumption?.publishPosition(positions).catch(() => undefined); // only a hint for lag tools
  }
}

const listeningOf = (handler: MessageHandler): Listening => {
  const { contracts } = handler.extras as { contracts: readonly EventContract[] };
  return { contracts, known: new Set<string>(eventsOn(contracts[0]!.topic).map(({ type }) => type)) };
};
