import type { TopicContract } from '#libs/contracts';
import kafkajs, { type Admin, type ITopicConfig } from 'kafkajs';
import { setTimeout as sleep } from 'node:timers/promises';

/** A busy machine leaves a broker little time for its many new partitions. */
const LED_WITHIN_MS = 120_000;
const LED_TRY_MS = 100;

const configOf = (topic: TopicContract) => {
  const common = [
    { name: 'max.message.bytes', value: String(topic.maxMessageBytes) },
    { name: 'min.insync.replicas', value: '1' },
  ];
  if (topic.retention === 'compacted') return [...common, { name: 'cleanup.policy', value: 'compact' }];
  const retentionMs = topic.retention === 'for-ever' ? -1 : topic.retention.ms;
  return [...common, { name: 'retention.ms', value: String(retentionMs) }];
};

/** A broker calls a topic made before it leads its partitions; until then requests fail, or are stored twice. */
const untilLed = async (admin: Admin, topic: string): Promise<void> => {
  const until = performance.now() + LED_WITHIN_MS;
  for (;;) {
    try {
      await admin.fetchTopicOffsets(topic); // each partition's leader answers
      return;
    } catch (error) {
      if (performance.now() > until) throw error;
      await sleep(LED_TRY_MS);
    }
  }
};

/** Creates the topics that are missing, as their contracts say; those that exist stay as they are. */
export const ensureTopics = async (
  brokers: readonly string[],
  topics: readonly TopicContract[],
): Promise<void> => {
  const kafka = new kafkajs.Kafka({
    brokers: [...brokers],
    clientId: 'cakupan-topics',
    logLevel: kafkajs.logLevel.NOTHING,
  });
  const admin = kafka.admin();
  await admin.connect();
  try {
    const existing = new Set(await admin.listTopics());
    const missing: ITopicConfig[] = topics
      .filter(({ name }) => !existing.has(name))
      .map((topic) => ({
        topic: topic.name,
        numPartitions: topic.partitions,
        configEntries: configOf(topic),
      }));
    if (missing.length > 0) await admin.createTopics({ topics: missing, waitForLeaders: false });
    for (const { topic } of missing) await untilLed(admin, topic);
  } finally {
    await admin.disconnect();
  }
};
