import kafkajs, { type Admin } from 'kafkajs';

/** Asks a broker how far its log goes, over one connection that is kept: it is asked often, and must not be a load. */
export class LogEnds {
  private admin: Admin | null = null;

  constructor(private readonly brokers: readonly string[]) {}

  /** The next offset of each `topic/partition`. Throws while the broker does not answer. */
  async ends(topics: readonly string[]): Promise<ReadonlyMap<string, number>> {
    try {
      const admin = await this.connected();
      const ends = new Map<string, number>();
      for (const topic of topics)
        for (const { partition, high } of await admin.fetchTopicOffsets(topic))
          ends.set(`${topic}/${partition}`, Number(high));
      return ends;
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.admin?.disconnect().catch(() => undefined);
    this.admin = null;
  }

  private async connected(): Promise<Admin> {
    if (this.admin === null) {
      const { Kafka, logLevel } = kafkajs;
      const brokers = [...this.brokers];
      const kafka = new Kafka({ brokers, clientId: 'cakupan-lookout', logLevel: logLevel.NOTHING });
      const admin = kafka.admin();
      await admin.connect();
      this.admin = admin;
    }
    return this.admin;
  }
}
