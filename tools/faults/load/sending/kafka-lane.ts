import { CompressionTypes, Kafka, logLevel, Partitioners, type Producer, type TopicMessages } from 'kafkajs';
import { setTimeout as sleep } from 'node:timers/promises';
import { envelopeOf } from '../plan/inputs.js';
import type { Ledger } from '../ledger.js';
import { messageOf } from './messages.js';

/** A request costs as much for one message as for hundreds: these go together. */
const GATHER_MS = 20;
const BATCH_MAX = 1_000;
const RETRY_MS = 250;
const REQUEST_TIMEOUT_MS = 10_000;
const ACKNOWLEDGED_BY_ALL = -1;

/** Sends inputs over Kafka in the order in which they became due, each until all replicas have acknowledged it. */
export class KafkaLane {
  private queue: number[] = [];
  private producer: Producer | null = null;
  private running: Promise<void> | null = null;
  /** Batches that were not acknowledged and had to be sent again. */
  tries = 0;

  constructor(
    private readonly brokers: readonly string[],
    private readonly ledger: Ledger,
    private readonly acknowledged: (n: number) => void,
  ) {}

  put(n: number): void {
    this.queue.push(n);
    this.running ??= this.run().finally(() => (this.running = null));
  }

  async close(): Promise<void> {
    await this.producer?.disconnect().catch(() => undefined); // all that mattered is acknowledged
  }

  private async run(): Promise<void> {
    while (this.queue.length > 0) {
      await sleep(GATHER_MS);
      const batch = this.queue.slice(0, BATCH_MAX);
      this.queue = this.queue.slice(BATCH_MAX);
      for (const n of batch) this.ledger.note(n, 'sent');
      await this.send(batch);
      for (const n of batch) this.acknowledged(n);
    }
  }

  private async send(batch: readonly number[]): Promise<void> {
    const topicMessages = this.messagesOf(batch);
    for (;;) {
      try {
        this.producer ??= await this.connect();
        await this.producer.sendBatch({
          topicMessages,
          acks: ACKNOWLEDGED_BY_ALL,
          compression: CompressionTypes.None,
          timeout: REQUEST_TIMEOUT_MS,
        });
        return;
      } catch {
        this.tries += 1;
        await this.close();
        this.producer = null;
        await sleep(RETRY_MS);
      }
    }
  }

  private messagesOf(batch: readonly number[]): TopicMessages[] {
    const { seed, codeOf } = this.ledger;
    const byTopic = new Map<string, TopicMessages>();
    for (const n of batch) {
      const envelope = envelopeOf(seed, n, codeOf)!; // only claims have none, and those go over HTTP
      const { topic } = envelope;
      const together = byTopic.get(topic) ?? { topic, messages: [] };
      together.messages.push(messageOf(seed, n, envelope));
      byTopic.set(topic, together);
    }
    return [...byTopic.values()];
  }

  private async connect(): Promise<Producer> {
    const kafka = new Kafka({
      brokers: [...this.brokers],
      clientId: 'cakupan-load',
      logLevel: logLevel.NOTHING,
      requestTimeout: REQUEST_TIMEOUT_MS,
      retry: { retries: 2, initialRetryTime: 100 },
    });
    const producer = kafka.producer({
      allowAutoTopicCreation: false,
      createPartitioner: Partitioners.DefaultPartitioner,
    });
    await producer.connect();
    return producer;
  }
}
