import { eventsOn, type JsonSchema, type TopicContract } from '#libs/contracts';

const BINDING_VERSION = '0.5.0';
const STRUCTURED =
  'CloudEvents in structured mode (`application/cloudevents+json`) are taken as well. A message that cannot be read is parked, and shown by `cakupan parked list`.';

const isFromOutside = ({ writer }: TopicContract) => writer === 'channels' || writer === 'gateways';

/** How long messages stay, in Kafka's own words. */
const retentionOf = ({ retention }: TopicContract): JsonSchema => {
  if (retention === 'compacted') return { 'cleanup.policy': ['compact'] };
  return { 'cleanup.policy': ['delete'], 'retention.ms': retention === 'for-ever' ? -1 : retention.ms };
};

/** A topic with its partitions, how it is kept, and the messages on it. */
export const channelOf = (topic: TopicContract): JsonSchema => ({
  address: topic.name,
  summary: topic.summary,
  ...(isFromOutside(topic) && { description: STRUCTURED }),
  messages: Object.fromEntries(
    eventsOn(topic).map(({ type }) => [type, { $ref: `#/components/messages/${type}` }]),
  ),
  tags: [{ name: topic.public ? 'read by programs outside' : 'read by the services only' }],
  bindings: {
    kafka: {
      topic: topic.name,
      partitions: topic.partitions,
      topicConfiguration: { ...retentionOf(topic), 'max.message.bytes': topic.maxMessageBytes },
      bindingVersion: BINDING_VERSION,
    },
  },
});
