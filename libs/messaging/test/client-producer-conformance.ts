import { eventually, testBrokers } from '#libs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { KafkaClient, OutgoingMessage, Producer } from '../src/index.js';
import { openProxy } from './client-proxy.js';
import { listen, openLog, type Connect, type Log } from './client-log.js';

const MIB = 1_048_576;
const ALL_BYTES = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));

/** What `Utils.toPositive(Utils.murmur2(key)) % 12` of Kafka's Java client 4.1.0 answers. */
const BY_THE_JAVA_CLIENT: [key: string, partition: number][] = [
  ['', 9],
  ['a', 4],
  ['abc', 3],
  ['0193d0a4-6f3e-7c11-9a51-3f2f9f0b7a01', 8],
  ['8888824000000017', 10],
  ['ékupän-щ', 1],
];

const PRODUCE = 0;

/** Which replicas a request to produce waits for (-1: all that are in sync); null for other requests. */
const acksOf = (frame: Buffer): number | null => {
  if (frame.readInt16BE(4) !== PRODUCE) return null;
  const header = 14 + frame.readInt16BE(12); // behind it, the absent transaction: two bytes, or one behind one of tags
  return frame.readInt16BE(header + 2);
};

/** What whoever sends may rely on, whichever client library is behind the port. */
export const producerConformance = (connect: Connect): void => {
  describe('a producer', () => {
    let log: Log;
    let client: KafkaClient;
    let producer: Producer;
    beforeAll(async () => {
      log = await openLog();
      client = connect({ brokers: testBrokers(), clientId: 'conformance' });
      producer = await client.producer();
    });
    afterAll(async () => {
      await client.close();
      await log.close();
    });

    const message = (topic: string, given: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
      topic,
      key: 'k',
      value: 'v',
      headers: {},
      partition: 0,
      ...given,
    });
    const stored = async (topic: string, count: number) => {
      const reader = await listen(client, [topic]);
      await eventually(() => reader.messages().length >= count);
      await reader.consumption.close();
      return reader.messages();
    };

    it('stores keys, values, headers and the time as they were given, and a tombstone as one', async () => {
      const topic = await log.newTopic();
      const before = Date.now();
      await producer.send([
        message(topic, {
          key: 'Sri-щ',
          value: ALL_BYTES,
          headers: { ce_type: 'a.v1', 'x-empty': '', 'x-щ': 'ж' },
        }),
        message(topic, { value: '' }),
        message(topic, { value: null }),
      ]);
      const [first, empty, tombstone] = await stored(topic, 3);
      expect(first!.key!.toString()).toBe('Sri-щ');
      expect(first!.value!.equals(ALL_BYTES)).toBe(true);
      const headers = Object.entries(first!.headers).map(([name, value]) => [name, value!.toString()]);
      expect(Object.fromEntries(headers)).toEqual({ ce_type: 'a.v1', 'x-empty': '', 'x-щ': 'ж' });
      expect(empty!.value).toEqual(Buffer.alloc(0));
      expect(tombstone!.value).toBeNull();
      expect([first, empty, tombstone].map((one) => one!.offset)).toEqual([0n, 1n, 2n]);
      for (const { timestampMs } of [first!, empty!, tombstone!]) {
        expect(timestampMs).toBeGreaterThanOrEqual(before);
        expect(timestampMs).toBeLessThanOrEqual(Date.now());
      }
    });

    it('puts a key into the partition of the Java client, unless it is told another', async () => {
      const topic = await log.newTopic(12);
      await producer.send([
        ...BY_THE_JAVA_CLIENT.map(([key]) => ({ topic, key, value: key, headers: {} })),
        message(topic, { key: 'a', value: 'told', partition: 11 }),
      ]);
      const reader = await listen(client, [topic]);
      const found = () =>
        new Set(
          reader.slices.flatMap(({ partition, messages }) =>
            messages.map(({ value }) => `${value!.toString()} in ${partition}`),
          ),
        );
      await eventually(() => found().size >= 7);
      expect(found()).toEqual(
        new Set([...BY_THE_JAVA_CLIENT.map(([key, partition]) => `${key} in ${partition}`), 'told in 11']),
      );
      await reader.consumption.close();
    });

    it('keeps the order of a key over many sends', async () => {
      const topic = await log.newTopic();
      for (let send = 0; send < 40; send += 1)
        await producer.send(
          Array.from({ length: 50 }, (_, index) =>
            message(topic, { key: `k${index % 5}`, value: String(send * 50 + index) }),
          ),
        );
      const found = await stored(topic, 2_000);
      expect(found.map(({ value }) => Number(value))).toEqual(Array.from({ length: 2_000 }, (_, i) => i));
    });

    it('sends more for one partition at once than the broker takes in one batch', async () => {
      const topic = await log.newTopic(1, { 'max.message.bytes': String(MIB) });
      const value = 'x'.repeat(1_000);
      await producer.send(
        Array.from({ length: 3_000 }, (_, i) => message(topic, { value: `${i} ${value}` })),
      );
      const found = await stored(topic, 3_000);
      expect(found.map((one) => Number.parseInt(one.value!.toString(), 10))).toEqual(
        Array.from({ length: 3_000 }, (_, i) => i),
      );
    });

    it('rejects a message over the limit of its topic, and sends the next', async () => {
      const topic = await log.newTopic(1, { 'max.message.bytes': String(MIB) });
      await expect(producer.send([message(topic, { value: 'x'.repeat(MIB) })])).rejects.toThrow(
        /too large|larger/i,
      );
      await producer.send([message(topic, { value: 'x'.repeat(MIB - 1_000) })]);
      expect(await stored(topic, 1)).toHaveLength(1);
    });

    it('rejects what goes to a topic that is not there, does not create it, and sends the next', async () => {
      const unknown = 'test.conformance-misspelt';
      const brisk = await client.producer({ once: true });
      await expect(brisk.send([message(unknown)])).rejects.toThrow(/topic/i);
      expect(await log.admin.listTopics()).not.toContain(unknown);
      const topic = await log.newTopic();
      await brisk.send([message(topic)]);
      await brisk.close();
    });

    it('rejects what goes to a partition that is not there, of a topic that is', async () => {
      const topic = await log.newTopic();
      await expect(producer.send([message(topic), message(topic, { partition: 1 })])).rejects.toThrow(
        `${topic}/1`,
      );
      await producer.send([message(topic, { value: 'next' })]);
      expect((await stored(topic, 2)).map(({ value }) => value!.toString())).toEqual(['v', 'next']);
    });

    it('waits for all in-sync replicas', async () => {
      const acks = new Set<number | null>();
      const proxy = await openProxy((frame) => acks.add(acksOf(frame)));
      const watched = connect({ brokers: proxy.brokers, clientId: 'conformance' });
      await (await watched.producer()).send([message(await log.newTopic())]);
      await (await watched.producer({ once: true })).send([message(await log.newTopic())]);
      await watched.close();
      await proxy.close();
      expect(acks).toEqual(new Set([null, -1]));
    });

    it('resolves an empty send', async () => {
      await expect(producer.send([])).resolves.toBeUndefined();
    });
  });
};
