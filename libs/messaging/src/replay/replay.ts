import type { Message, TopicContract } from '#libs/contracts';
import { inTurns, type Turn } from '#libs/kernel';
import type { Asking } from '../asking.js';
import type { IncomingMessage, KafkaClient, Place, TopicPartition } from '../client/kafka-client.js';
import { inSequence } from '../consume/passed-over.js';
import { decode, type Decoded, type Listening } from '../envelope/decode.js';
import { openParked } from '../parked/rows.js';
import { LogReader } from './log-reader.js';

const POSITIONS = `
  select topic, partition, next_offset::text as "offset" from consumer_position
  where consumer = $1 and topic = any($2)`;

const PARKED = `
  select log_offset::text as "offset" from parked_message
  where consumer = $1 and topic = $2 and partition = $3 and log_offset >= $4 and log_offset <= $5`;

/** A retry that began up to a minute ago may have become visible just now. */
const RETRIED = `
  select id::text, topic from parked_message
  where consumer = $1 and topic = any($2) and status = 'retried' and settled_at > $3::timestamptz - interval '1 minute'
  order by settled_at, id`;

export interface ReplayOptions {
  /** The consumer whose reading is done again: what it parked, passed over or corrected counts as it did there. */
  readonly consumer: string;
  readonly topics: readonly TopicContract[];
  readonly kafka: Pick<KafkaClient, 'consume' | 'ends'>;
  readonly database: Asking;
  /** What the consumer listens to. */
  readonly listeners: { listeningTo(topic: string): Listening | undefined };
  /** Between two pieces of the work of decoding. */
  readonly turn?: Turn;
}

/** Messages of one topic. */
export interface Replayed {
  readonly topic: string;
  readonly messages: readonly Message[];
}

/**
 * The log of a consumer once more, from its beginning, for somebody beside it. Whoever reads behind the consumer's own
 * positions finds out what became of each message: one that was set aside has no effect, until somebody retried it.
 */
export class Replay {
  constructor(private readonly options: ReplayOptions) {}

  /** How far the consumer itself is; null as long as it does not know what it listens to, or reads nothing yet. */
  async reached(): Promise<readonly Place[] | null> {
    const { consumer, database } = this.options;
    if (this.topics.some((topic) => this.listeningTo(topic) === undefined)) return null;
    const rows = await database.query<TopicPartition & { offset: string }>(POSITIONS, [
      consumer,
      this.topics,
    ]);
    const isWhole = rows.length >= this.options.topics.reduce((sum, { partitions }) => sum + partitions, 0);
    return isWhole ? rows.map(({ offset, ...at }) => ({ ...at, offset: BigInt(offset) })) : null;
  }

  /** Where the log begins. */
  async beginnings(): Promise<readonly Place[]> {
    const ends = await this.options.kafka.ends(this.topics);
    return ends.map(({ topic, partition, low }) => ({ topic, partition, offset: low }));
  }

  /** Opens the log to be read from these places, in a group that nobody else is in. */
  open(groupId: string, from: readonly Place[]): Promise<LogReader> {
    return LogReader.open({ kafka: this.options.kafka, groupId, from });
  }

  /** Of a portion of a partition, what reached the consumer's listener when it was read. */
  async messagesIn(at: TopicPartition, portion: readonly IncomingMessage[]): Promise<readonly Message[]> {
    const parked = await this.parkedIn(at, portion);
    const decoded: Decoded[] = [];
    const decodeOne = (incoming: IncomingMessage) => {
      if (!parked.has(String(incoming.offset))) decoded.push(this.decoded(at.topic, incoming));
    };
    await inTurns(portion, decodeOne, this.options.turn);
    return this.inSequence(at.topic, decoded);
  }

  /** What was set aside and retried since an instant of the database, as it was retried, in that order. */
  async retriedSince(instant: string): Promise<readonly Replayed[]> {
    const { consumer, database } = this.options;
    const rows = await database.query<{ id: string; topic: string }>(RETRIED, [
      consumer,
      this.topics,
      instant,
    ]);
    const replayed: Replayed[] = [];
    for (const { id, topic } of rows) {
      const row = await openParked(database, consumer, id, null);
      if (row === null) continue;
      const content = row.correction ?? row.content;
      const incoming = { ...content, offset: row.offset, timestampMs: row.timestampMs };
      replayed.push({ topic, messages: await this.inSequence(topic, [this.decoded(topic, incoming)]) });
    }
    return replayed;
  }

  private get topics(): string[] {
    return this.options.topics.map(({ name }) => name);
  }

  private listeningTo = (topic: string) => this.options.listeners.listeningTo(topic);

  private decoded = (topic: string, incoming: IncomingMessage): Decoded =>
    decode(incoming, this.listeningTo(topic)!);

  private async parkedIn(
    at: TopicPartition,
    portion: readonly IncomingMessage[],
  ): Promise<ReadonlySet<string>> {
    const { consumer, database } = this.options;
    const [first, last] = [portion[0], portion.at(-1)];
    if (first === undefined || last === undefined) return new Set();
    const rows = await database.query<{ offset: string }>(PARKED, [
      consumer,
      at.topic,
      at.partition,
      String(first.offset),
      String(last.offset),
    ]);
    return new Set(rows.map(({ offset }) => offset));
  }

  private inSequence(topic: string, decoded: readonly Decoded[]): Promise<readonly Message[]> {
    const messages = decoded.flatMap((each) => (each.kind === 'message' ? [each.message] : []));
    const { consumer, database } = this.options;
    return inSequence(database, { consumer, topic }, messages, []);
  }
}
