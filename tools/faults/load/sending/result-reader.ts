import { Kafka, logLevel, type Consumer } from 'kafkajs';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { inputOfSignUp } from '../plan/inputs.js';

const TOPIC = 'enrollment.sign-up-results.v1';
const ACCEPTED = 'id.cakupan.enrollment.sign-up-accepted.v1';
const BEGIN_AGAIN_MS = 500;

/** What a sign-up led to. */
export interface Joined {
  readonly n: number;
  readonly memberNumber: string;
  readonly membershipId: string;
}

/** Learns from the results of sign-ups how each membership is paid for. Goes on whatever becomes of the broker. */
export class ResultReader {
  private readonly groupId = `load-${randomUUID()}`;
  private consumer: Consumer | null = null;
  private stopped = false;

  constructor(
    private readonly brokers: readonly string[],
    private readonly seed: number,
    private readonly joined: (joined: Joined) => void,
  ) {}

  /** Begins to read; resolves when the first attempt has been made. */
  async start(): Promise<void> {
    while (!this.stopped) {
      try {
        await this.begin();
        return;
      } catch {
        await this.consumer?.disconnect().catch(() => undefined); // it is given up for another
        await sleep(BEGIN_AGAIN_MS);
      }
    }
  }

  async close(): Promise<void> {
    this.stopped = true;
    await this.consumer?.disconnect().catch(() => undefined); // nobody waits for results any more
  }

  private async begin(): Promise<void> {
    const kafka = new Kafka({
      brokers: [...this.brokers],
      clientId: 'cakupan-load',
      logLevel: logLevel.NOTHING,
      retry: { retries: 3, initialRetryTime: 100 },
    });
    const consumer = kafka.consumer({ groupId: this.groupId, sessionTimeout: 10_000, maxWaitTimeInMs: 50 });
    this.consumer = consumer;
    consumer.on(consumer.events.CRASH, ({ payload }) => {
      if (!payload.restart && !this.stopped) void this.start();
    });
    await consumer.connect();
    await consumer.subscribe({ topics: [TOPIC], fromBeginning: true });
    await consumer.run({
      eachBatch: async ({ batch }) => {
        for (const { headers, value } of batch.messages)
          this.take(String(headers?.['ce_type'] ?? ''), String(value));
      },
    });
  }

  private take(type: string, text: string): void {
    if (type !== ACCEPTED) return;
    const { signUpId, memberNumber, membershipId } = JSON.parse(text) as Record<string, string>;
    const n = inputOfSignUp(this.seed, signUpId!);
    if (n !== null) this.joined({ n, memberNumber: memberNumber!, membershipId: membershipId! });
  }
}
