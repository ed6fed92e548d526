import { eventsOn, type EventContract, type JsonSchema, type TopicContract } from '#libs/contracts';
import type { Listener } from '../read/listeners.js';

type Operations = Readonly<Record<string, JsonSchema>>;

const messagesOn = ({ name }: TopicContract, contracts: readonly EventContract[]): JsonSchema[] =>
  contracts.map(({ type }) => ({ $ref: `#/channels/${name}/messages/${type}` }));

const channelOf = ({ name }: TopicContract): JsonSchema => ({ $ref: `#/channels/${name}` });

/** Who writes the topic. */
export const sendingOf = (topic: TopicContract): Operations => ({
  [`${topic.writer}.send.${topic.name}`]: {
    action: 'send',
    title: `${topic.name}, written by ${topic.writer}`,
    summary: topic.summary,
    channel: channelOf(topic),
    messages: messagesOn(topic, eventsOn(topic)),
    tags: [{ name: topic.writer }],
  },
});

/** Who reads it, which event types, and what they change. */
export const receivingOf = ({ service, name, changes, contracts }: Listener): Operations => {
  const { topic } = contracts[0]!;
  return {
    [`${service}.receive.${topic.name}`]: {
      action: 'receive',
      title: `${topic.name}, read by ${name} of ${service}`,
      summary: changes,
      channel: channelOf(topic),
      messages: messagesOn(topic, contracts),
      tags: [{ name: service }],
    },
  };
};
