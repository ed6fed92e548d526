import type { Consumption, KafkaClient } from '../client/kafka-client.js';
import { within } from '../client/time-limit.js';
import { Away } from './away.js';
import type { PartitionQueue } from './partition-queue.js';
import { progressOf } from './progress.js';

const PERIOD_MS = 5_000;
/** A client that has lost its way may never answer. */
const ANSWER_MS = 60_000;
/** A last word to the group is not worth more. */
const LAST_MS = 1_000;

interface Watched {
  readonly kafka: KafkaClient;
  readonly consumption: Consumption;
  readonly topics: readonly string[];
  readonly queues: ReadonlyMap<string, PartitionQueue>;
}

/**
 * Looks at the log from beside the consumer: how far it goes, so that a consumer to which nothing comes any more is seen
 * to stand still. And tells the group its positions, as a hint for the tools that show lag.
 */
export class LogWatch {
  private readonly timer: NodeJS.Timeout;
  private looking: Promise<void> | null = null;
  private readonly broker = new Away();

  constructor(private readonly watched: Watched) {
    this.timer = setInterval(() => (this.looking ??= this.look()), PERIOD_MS);
  }

  /** Since when the broker does not answer, if it does not. */
  get outage() {
    return this.broker.outage;
  }

  /** Tells the group a last time. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.tellWithin(LAST_MS);
  }

  private async look(): Promise<void> {
    try {
      const { kafka, topics, queues } = this.watched;
      const ends = await within(ANSWER_MS, 'asking how far the log goes', kafka.ends(topics));
      for (const { topic, partition, high } of ends) queues.get(`${topic}/${partition}`)?.reaches(high);
      this.broker.isBack();
      await this.tellWithin(PERIOD_MS);
    } catch (error) {
      this.broker.isAway(`broker: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      this.looking = null;
    }
  }

  private async tellWithin(limitMs: number): Promise<void> {
    await within(limitMs, 'telling positions', this.tell()).catch(() => undefined); // only a hint
  }

  private async tell(): Promise<void> {
    const { consumption, queues } = this.watched;
    const positions = progressOf(queues).map(({ topic, partition, position }) => ({
      topic,
      partition,
      offset: position,
    }));
    if (positions.length > 0) await consumption.publishPosition(positions);
  }
}
