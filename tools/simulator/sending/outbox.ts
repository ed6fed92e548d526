import type { KafkaClient, OutgoingMessage, Producer } from '#libs/messaging';

/** Messages go out together: so many, or so many bytes. */
const BATCH_MESSAGES = 500;
const BATCH_BYTES = 1_000_000;

/** Collects messages and sends them in batches, in order, one batch at a time. */
export class Outbox {
  private messages: OutgoingMessage[] = [];
  private bytes = 0;

  private constructor(private readonly producer: Producer) {}

  static async on(kafka: KafkaClient): Promise<Outbox> {
    return new Outbox(await kafka.producer());
  }

  async put(message: OutgoingMessage): Promise<void> {
    this.messages.push(message);
    this.bytes += message.value?.length ?? 0;
    if (this.messages.length >= BATCH_MESSAGES || this.bytes >= BATCH_BYTES) await this.flush();
  }

  async flush(): Promise<void> {
    const messages = this.messages;
    this.messages = [];
    this.bytes = 0;
    if (messages.length > 0) await this.producer.send(messages);
  }
}
