import { eventsOn, type EventContract, type Message } from '#libs/contracts';
import type { Batch } from '#libs/kernel';
import { DependencyUnavailable, type Database } from '#libs/persistence';
import { Server, type CustomTransportStrategy, type MessageHandler } from '@nestjs/microservices';
import { isObservable, lastValueFrom } from 'rxjs';
import type { Consumption, IncomingMessage, KafkaClient, TopicPartition } from '../client/kafka-client.js';
import { decode, type Decoded, type Listening } from '../envelope/decode.js';
import type { WritePath } from '../write-path.js';
import { LogWatch } from './log-watch.js';
import type { Handled } from './on.js';
import type { ParkedCipher } from './parked-cipher.js';
import { PartitionQueue } from './partition-queue.js';
import { positionsOf } from './positions.js';
import { isInLog, progressOf, type PartitionProgress } from './progress.js';
import { Settle } from './settle.js';
import { Slots } from './slots.js';
import { Tally } from './tally.js';

/** Transactions of one process at a time: more only make the two halves of a small machine wait for each other. */
const TRANSACTIONS_AT_ONCE = 4;

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
  private watch: LogWatch | null = null;
  private stopped = false;
  private generation = 0;
  private databaseAway: { since: number; detail: string } | null = null;

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
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
    await this.watch?.stop();
    await this.consumption?.close();
  }

  /** Since when the database or the broker is away, if one is. */
  get waiting(): { since: number; detail: string } | null {
    return this.databaseAway ?? this.watch?.away ?? null;
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
      positions: (assigned, rebalanced) => this.patiently(() => this.positions(topics, assigned, rebalanced)),
      receive: (slice) => this.queues.get(keyOf(slice))?.receive(slice.messages, slice.high, slice.next),
      failed: this.options.fatal,
    });
    const { kafka } = this.options;
    this.watch = new LogWatch({ kafka, consumption: this.consumption, topics, queues: this.queues });
  }

  /** A new generation: what waited belongs to the old one. Batches in hand end first, so that positions are read behind them. */
  private async positions(
    topics: readonly string[],
    assigned: readonly TopicPartition[],
    rebalanced: boolean,
  ) {
    if (rebalanced) this.generation += 1;
    const mine = this.generation;
    const ending = rebalanced ? [...this.queues.keys()] : assigned.map(keyOf);
    await Promise.all(ending.map((key) => this.queues.get(key)?.close()));
    for (const key of ending) this.queues.delete(key);
    const ends = await this.options.kafka.ends(topics);
    const stored = await positionsOf(this.options.database, this.options.consumer, ends);
    if (mine !== this.generation) throw new Error('the group was divided anew meanwhile'); // and has its queues
    return assigned.map((at) => {
      const { low, high } = ends.find((end) => keyOf(end) === keyOf(at))!;
      const position = stored.get(keyOf(at))!;
      if (!isInLog(position, { low, high })) {
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
    const listening = this.listening.get(at.topic)!;
    const queue: PartitionQueue = new PartitionQueue(position, high, {
      take: (messages, from, to) =>
        this.slots.with(async () => {
          const entries = messages.map((incoming) => ({ incoming, decoded: this.read(incoming, listening) }));
          return settle.take({ entries, from, to });
        }),
      over: () => !this.stopped && void this.consumption?.rearm(at),
      failed: this.options.fatal,
      pause: () => this.consumption?.pause(at),
      resume: () => this.consumption?.resume(at),
    });
    const settle = new Settle(
      { ...at, consumer: this.options.consumer },
      {
        ...this.options,
        tally: this.tally,
        handle: (batch) => this.hand(at.topic, batch),
        waiting: (detail) => this.noteWaiting(detail),
        stopped: () => this.stopped || queue.isClosed(),
      },
    );
    return queue;
  }

  /** A message that even reading fails on is no reason to stand still. */
  private read(incoming: IncomingMessage, listening: Listening): Decoded {
    try {
      return decode(incoming, listening);
    } catch (error) {
      this.options.bug(error);
      return { kind: 'unreadable', reason: 'bug', detail: String(error) };
    }
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

  /** The client asks until it is answered; meanwhile it must be seen why nothing moves. */
  private async patiently<T>(ask: () => Promise<T>): Promise<T> {
    try {
      const answer = await ask();
      this.noteWaiting(null);
      return answer;
    } catch (error) {
      if (error instanceof DependencyUnavailable) this.noteWaiting(`database: ${error.message}`);
      throw error;
    }
  }

  private noteWaiting(detail: string | null): void {
    if (detail === null) this.databaseAway = null;
    else this.databaseAway = { since: this.databaseAway?.since ?? performance.now(), detail };
  }
}

const listeningOf = (handler: MessageHandler): Listening => {
  const { contracts } = handler.extras as { contracts: readonly EventContract[] };
  return { contracts, known: new Set<string>(eventsOn(contracts[0]!.topic).map(({ type }) => type)) };
};
