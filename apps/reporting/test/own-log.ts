import { allTopics } from '#libs/contracts';
import { ensureTopics, type KafkaClient, type OutgoingMessage } from '#libs/messaging';

/** What becomes of messages between whoever sends them and the broker. */
export type Meddle = (messages: readonly OutgoingMessage[]) => readonly OutgoingMessage[];

/**
 * A client whose topics and groups have names of their own: on the broker of all tests, a log that no other test writes to
 * or reads. Whoever uses it sees the usual names.
 */
export const ownLog = (
  client: KafkaClient,
  prefix: string,
  meddle: Meddle = (messages) => messages,
): KafkaClient => {
  const out = <At extends { readonly topic: string }>(at: At): At => ({ ...at, topic: prefix + at.topic });
  const back = <At extends { readonly topic: string }>(at: At): At => ({
    ...at,
    topic: at.topic.slice(prefix.length),
  });
  return {
    producer: async (options) => {
      const producer = await client.producer(options);
      return {
        send: (messages) => producer.send(meddle(messages).map(out)),
        close: () => producer.close(),
      };
    },
    consume: async (options) => {
      const consumption = await client.consume({
        ...options,
        groupId: prefix + options.groupId,
        topics: options.topics.map((topic) => prefix + topic),
        positions: (partitions, rebalanced) => options.positions(partitions.map(back), rebalanced),
        receive: (slice) => options.receive(back(slice)),
      });
      return {
        pause: (at) => consumption.pause(out(at)),
        resume: (at) => consumption.resume(out(at)),
        rearm: (at) => consumption.rearm(out(at)),
        publishPosition: (positions) => consumption.publishPosition(positions.map(out)),
        close: () => consumption.close(),
      };
    },
    ends: async (topics) => (await client.ends(topics.map((topic) => prefix + topic))).map(back),
    placesAt: async (topic, instantsMs) =>
      (await client.placesAt(prefix + topic, instantsMs)).map((places) => places.map(back)),
    clusterId: () => client.clusterId(),
    close: () => client.close(),
  };
};

/** Creates the topics of a log of one's own. */
export const ensureOwnTopics = (brokers: readonly string[], prefix: string): Promise<void> =>
  ensureTopics(
    brokers,
    allTopics.map((topic) => ({ ...topic, name: prefix + topic.name })),
  );
