import { allEvents, allTopics, type JsonSchema } from '#libs/contracts';
import type { Listener } from '../read/listeners.js';
import { channelOf } from './channels.js';
import { messageOf, payloadOf } from './messages.js';
import { receivingOf, sendingOf } from './operations.js';

/** What is said about the whole. */
export interface About {
  readonly version: string;
  readonly description: string;
  readonly license: string;
}

const kafka: JsonSchema = {
  host: '{brokers}',
  protocol: 'kafka',
  description: 'The brokers that the services were started with.',
  variables: {
    brokers: {
      default: '127.0.0.1:9092',
      description: 'After `npm start` they stand in `.cakupan/stack.json`.',
    },
  },
};

const merged = (parts: readonly JsonSchema[]): JsonSchema => Object.assign({}, ...parts) as JsonSchema;

/** The AsyncAPI 3.0 document of every topic: how it is kept, what is on it, who writes it and who reads it. */
export const asyncApiOf = (about: About, listeners: readonly Listener[]): JsonSchema => ({
  asyncapi: '3.0.0',
  info: {
    title: 'Cakupan',
    version: about.version,
    description: `${about.description}. Messages are CloudEvents 1.0 in binary mode; unknown fields and, but for what comes from outside, unknown event types are passed over.`,
    license: { name: about.license },
  },
  defaultContentType: 'application/json',
  servers: { kafka },
  channels: merged(allTopics.map((topic) => ({ [topic.name]: channelOf(topic) }))),
  operations: merged([...allTopics.map(sendingOf), ...listeners.map(receivingOf)]),
  components: {
    messages: merged(allEvents.map((contract) => ({ [contract.type]: messageOf(contract) }))),
    schemas: merged(allEvents.map((contract) => ({ [contract.type]: payloadOf(contract) }))),
  },
});
