import { connectKafka } from '#libs/messaging';
import { randomUUID } from 'node:crypto';
import { nowMs } from '../rig/machine-clock.js';
import { Reading } from './reading.js';
import type { Telling } from './telling.js';

/** A process of its own that reads topics as programs outside do, and answers each message with how far it is. */
const telling = JSON.parse(process.argv[2]!) as Telling;
const { brokers, topics, from } = telling;
const reading = new Reading(telling);
const kafka = connectKafka({ brokers, clientId: 'bench-reader' });

await kafka.consume({
  groupId: `bench-reader-${randomUUID()}`,
  topics,
  positions: async (partitions) =>
    partitions.map(({ topic, partition }) => BigInt(from[`${topic}/${partition}`] ?? '0')),
  receive: ({ topic, messages }) => reading.take(topic, messages, nowMs()),
  failed: (error) => {
    throw error;
  },
});
process.on('message', () => process.send!(reading.read));
process.send!(reading.read);
