import { eventsOn, type EventContract, type Message } from '#libs/contracts';
import type { Batch } from '#libs/kernel';
import { Server, type CustomTransportStrategy, type MessageHandler } from '@nestjs/microservices';
import { isObservable, lastValueFrom } from 'rxjs';
import type { Consumption } from '../client/kafka-client.js';
import type { Listening } from '../envelope/decode.js';
import type { Outage } from './away.js';
import { LogWatch } from './log-watch.js';
import type { Handled } from './on.js';
import { Partitions } from './partitions.js';
import { progressOf, type PartitionProgress } from './progress.js';
import type { Tally } from './tally.js';
import type { TransportOptions } from './transport-options.js';
import { Watchdog } from './watchdog.js';

/** Nest's transport for this project: batches from Kafka to listeners marked with `@On`, with positions in the database. */
export class KafkaTransport extends Server implements CustomTransportStrategy {
  private readonly listening = new Map<string, Listening>();
  private readonly partitions: Partitions;
  private consumption: Consumption | null = null;
  private watch: LogWatch | null = null;
  private watchdog: Watchdog | null = null;

  constructor(private readonly options: TransportOptions) {
    super();
    this.partitions = new Partitions(options, this, () => this.consumption);
  }

  async listen(callback: () => void): Promise<void> {
    for (const [topic, handler] of this.messageHandlers) this.listening.set(topic, listeningOf(handler));
    if (this.listening.size > 0) await this.consume([...this.listening.keys()]);
    callback();
  }

  /** Ends after the batches in hand; what waits behind them is read again by whoever comes next. */
  async close(): Promise<void> {
    this.watchdog?.stop();
    await this.partitions.close();
    await this.watch?.stop();
    await this.consumption?.close();
  }

  /** What became of messages since the process began. */
  get tally(): Tally {
    return this.partitions.tally;
  }

  /** Since when the database or the broker is away, if one is. */
  get waiting(): Outage | null {
    return this.partitions.away.outage ?? this.watch?.outage ?? null;
  }

  /** Why only a new process would help, if that is so. */
  get dead(): string | null {
    return this.watchdog?.verdict ?? null;
  }

  override on(): void {
    throw new Error('this transport has no events to listen to: ask progress() and waiting');
  }

  override unwrap<T>(): T {
    return this.options.kafka as T;
  }

  /** Position, end and lag of each partition that this process owns. */
  progress(): readonly PartitionProgress[] {
    return progressOf(this.partitions.queues);
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

  private async consume(topics: readonly string[]): Promise<void> {
    const { consumer, kafka, fatal, deadMs } = this.options;
    const { partitions } = this;
    this.watchdog = new Watchdog(
      { progress: () => partitions.watched(), isWaiting: () => this.waiting !== null, fatal },
      deadMs,
    );
    this.consumption = await kafka.consume({
      groupId: consumer,
      topics,
      positions: (assigned, rebalanced) => partitions.positions(topics, assigned, rebalanced),
      receive: (slice) => partitions.receive(slice),
      failed: fatal,
      outside: ({ message }) => partitions.away.isAway(`broker: ${message}`),
    });
    this.watch = new LogWatch({ kafka, consumption: this.consumption, topics, queues: partitions.queues });
  }
}

const listeningOf = (handler: MessageHandler): Listening => {
  const { contracts } = handler.extras as { contracts: readonly EventContract[] };
  return { contracts, known: new Set<string>(eventsOn(contracts[0]!.topic).map(({ type }) => type)) };
};
