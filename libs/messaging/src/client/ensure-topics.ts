import type { TopicContract } from '#libs/contracts';
import kafkajs, { type ITopicConfig } from 'kafkajs';

const configOf = (topic: TopicContract) => {
  const common = [
    { name: 'max.message.bytes', value: String(topic.maxMessageBytes) },
    { name: 'min.insync.replicas', value: '1' },
  ];
  if (topic.retention === 'compacted') return [...common, { name: 'cleanup.policy', value: 'compact' }];
  const retentionMs = topic.retention === 'for-ever' ? -1 : topic.retention.ms;
  return [...common, { name: 'retention.ms', value: String(retentionMs) }];
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
    if (missing.length > 0) await admin.createTopics({ topics: missing, waitForLeaders: true });
  } finally {
    await admin.disconnect();
  }
};
