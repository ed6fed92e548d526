import { setTimeout as sleep } from 'node:timers/promises';
import { eventually, testBrokers } from '#libs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { KafkaClient, TopicPartition } from '../src/index.js';
import { listen, numbers, openLog, type Connect, type Log } from './client-log.js';

/** Long enough for whatever should not come. */
const QUIET_MS = 300;

/** What whoever reads may rely on, whichever client library is behind the port. */
export const consumerConformance = (connect: Connect): void => {
  let log: Log;
  let client: KafkaClient;
  beforeAll(async () => {
    log = await openLog();
    client = connect({ brokers: testBrokers(), clientId: 'conformance' });
  });
  afterAll(async () => {
    await client.close();
    await log.close();
  });
  const at = (topic: string, partition = 0): TopicPartition => ({ topic, partition });
  const listening = (topic: string, position?: Parameters<typeof listen>[2]) =>
    listen(client, [topic], position);

  describe('a consumer', () => {
    it('asks for the positions of all that it has, and delivers nothing before the answer nor from before it', async () => {
      const topic = await log.newTopic(3);
      for (const partition of [0, 1, 2]) await log.fill(topic, 0, 10, partition);
      const answer = Promise.withResolvers<bigint>();
      const reader = await listening(topic, () => answer.promise);
      await eventually(() => reader.asked.length === 1);
      await sleep(QUIET_MS);
      expect(reader.slices).toEqual([]);
      expect(reader.asked).toEqual([{ partitions: [0, 1, 2], rebalanced: true }]);
      answer.resolve(7n);
      await eventually(() => reader.slices.flatMap(({ messages }) => messages).length === 9);
      for (const partition of [0, 1, 2]) {
        expect(reader.values(partition)).toEqual(['7', '8', '9']);
        expect(reader.messages(partition).map(({ offset }) => offset)).toEqual([7n, 8n, 9n]);
      }
      expect(reader.slices.at(-1)).toMatchObject({ high: 10n, next: 10n });
      expect(reader.asked).toHaveLength(1);
      await reader.consumption.close();
    });

    it('asks again until it is answered', async () => {
      const topic = await log.newTopic();
      await log.fill(topic, 0, 3);
      const reader = await listening(topic, async (_at, asked) => {
        if (asked < 3) throw new Error('the database is away');
        return 1n;
      });
      await eventually(() => reader.values().length === 2);
      expect(reader.values()).toEqual(['1', '2']);
      expect(reader.asked).toHaveLength(3);
      await reader.consumption.close();
    });

    it('hands over what others wrote as it lies in the log, and of a repeated header the last', async () => {
      const topic = await log.newTopic();
      const binary = Buffer.from([0, 255, 1, 254]);
      await log.producer.send({
        topic,
        messages: [
          {
            key: null,
            value: binary,
            timestamp: '1734402600123',
            headers: { twice: ['a', 'b'], raw: binary, none: '' },
          },
          { key: binary, value: null },
          { key: '', value: '' },
        ],
      });
      const reader = await listening(topic);
      const [first, second, third] = await eventually(
        () => reader.messages().length === 3 && reader.messages(),
      );
      const { offset, key, value, headers, timestampMs } = first!;
      expect({ offset, key, value, headers: { ...headers }, timestampMs }).toEqual({
        offset: 0n,
        key: null,
        value: binary,
        headers: { twice: Buffer.from('b'), raw: binary, none: Buffer.alloc(0) },
        timestampMs: 1_734_402_600_123,
      });
      expect(second).toMatchObject({ key: binary, value: null, headers: {} });
      expect(third).toMatchObject({ key: Buffer.alloc(0), value: Buffer.alloc(0) });
      await reader.consumption.close();
    });

    it('holds a partition without a position, and no other', async () => {
      const topic = await log.newTopic(2);
      await log.fill(topic, 0, 3, 0);
      await log.fill(topic, 0, 3, 1);
      const reader = await listening(topic, async ({ partition }, asked) =>
        partition === 0 && asked === 1 ? null : 1n,
      );
      await eventually(() => reader.values(1).length === 2);
      await sleep(QUIET_MS);
      expect(reader.values(0)).toEqual([]);
      await reader.consumption.close();
    });

    it('stops where it is paused and goes on without a gap', async () => {
      const topic = await log.newTopic(2);
      const reader = await listening(topic);
      await log.fill(topic, 0, 10);
      await eventually(() => reader.values().length === 10);
      reader.consumption.pause(at(topic));
      await log.fill(topic, 10, 20);
      await log.fill(topic, 0, 10, 1);
      await eventually(() => reader.values(1).length === 10);
      await sleep(QUIET_MS);
      expect(reader.values(0)).toEqual(numbers(0, 10));
      reader.consumption.resume(at(topic));
      await eventually(() => reader.values(0).length === 20);
      expect(reader.values(0)).toEqual(numbers(0, 20));
      expect(reader.asked).toHaveLength(1);
      await reader.consumption.close();
    });

    it('goes on from another position when it is rearmed, in that partition alone', async () => {
      const topic = await log.newTopic(2);
      await log.fill(topic, 0, 5, 0);
      await log.fill(topic, 0, 5, 1);
      const reader = await listening(topic, async (_at, asked) => (asked === 1 ? 0n : 3n));
      await eventually(() => reader.values(0).length + reader.values(1).length === 10);
      await reader.consumption.rearm(at(topic, 1));
      await eventually(() => reader.values(1).length === 7);
      expect(reader.values(1)).toEqual([...numbers(0, 5), '3', '4']);
      expect(reader.values(0)).toEqual(numbers(0, 5));
      expect(reader.asked[1]).toEqual({ partitions: [1], rebalanced: false });
      await reader.consumption.close();
    });

    it('tells what comes behind the markers of transactions, and hands over nothing that was aborted', async () => {
      const topic = await log.newTopic();
      const writer = log.kafka.producer({ transactionalId: topic, maxInFlightRequests: 1, idempotent: true });
      await writer.connect();
      const inTransaction = async (values: string[], ending: 'commit' | 'abort') => {
        const transaction = await writer.transaction();
        await transaction.send({ topic, messages: values.map((value) => ({ value, partition: 0 })) });
        await transaction[ending]();
      };
      await inTransaction(['a', 'b'], 'commit');
      await inTransaction(['never'], 'abort');
      const reader = await listening(topic);
      const high = async () => (await client.ends([topic]))[0]!.high;
      expect(await high()).toBe(5n);
      await eventually(() => reader.slices.at(-1)?.next === 5n);
      expect(reader.values()).toEqual(['a', 'b']);
      await inTransaction(['never', 'ever'], 'abort');
      await eventually(() => reader.slices.at(-1)?.next === 8n);
      await inTransaction(['c'], 'commit');
      await eventually(() => reader.slices.at(-1)?.next === 10n);
      expect(reader.values()).toEqual(['a', 'b', 'c']);
      expect(reader.asked).toHaveLength(1);
      await writer.disconnect();
      await reader.consumption.close();
    }, 30_000);

    it('asks for the position again when the log has lost what comes next', async () => {
      const topic = await log.newTopic();
      await log.fill(topic, 0, 10);
      const reader = await listening(topic, async (_at, asked) => (asked === 1 ? 0n : null));
      await eventually(() => reader.values().length === 10);
      reader.consumption.pause(at(topic));
      await log.fill(topic, 10, 30);
      await log.cut(topic, 0, 20);
      reader.consumption.resume(at(topic));
      await eventually(() => reader.asked.length === 2);
      await sleep(QUIET_MS);
      expect(reader.asked[1]).toEqual({ partitions: [0], rebalanced: false });
      expect(reader.values()).toEqual(numbers(0, 10));
      await reader.consumption.close();
    });

    it('asks for positions again when the topic was made anew, and delivers nothing of it unasked', async () => {
      const topic = await log.newTopic();
      await log.fill(topic, 0, 10);
      const reader = await listening(topic, async (_at, asked) => (asked === 1 ? 0n : null));
      await eventually(() => reader.values().length === 10);
      await log.admin.deleteTopics({ topics: [topic] });
      await log.createTopic(topic, 1);
      await log.fill(topic, 100, 105);
      await eventually(() => reader.asked.length >= 2);
      await sleep(QUIET_MS);
      expect(reader.values()).toEqual(numbers(0, 10));
      expect(reader.failures).toEqual([]);
      await reader.consumption.close();
    });

    it('tells the group how far it is, and never reads that back', async () => {
      const topic = await log.newTopic();
      await log.fill(topic, 0, 10);
      const groupId = `${topic}-group`;
      const values: string[] = [];
      const join = () =>
        client.consume({
          groupId,
          topics: [topic],
          positions: async (assigned) => assigned.map(() => 2n),
          receive: ({ messages }) => values.push(...messages.map(({ value }) => value!.toString())),
          failed: () => undefined,
        });
      const first = await join();
      await eventually(() => values.length === 8);
      await first.publishPosition([{ ...at(topic), offset: 9n }]);
      const [told] = await log.admin.fetchOffsets({ groupId, topics: [topic] });
      expect(told!.partitions).toMatchObject([{ partition: 0, offset: '9' }]);
      await first.close();
      const second = await join();
      await eventually(() => values.length === 16);
      expect(values).toEqual([...numbers(2, 10), ...numbers(2, 10)]);
      await second.close();
    });
  });

  describe('a client', () => {
    it('knows first and next offset of each partition', async () => {
      const [one, other] = [await log.newTopic(2), await log.newTopic()];
      await log.fill(one, 0, 10, 1);
      await log.cut(one, 1, 4);
      const ends = await client.ends([one, other]);
      expect(ends).toHaveLength(3);
      expect(ends).toEqual(
        expect.arrayContaining([
          { topic: one, partition: 0, low: 0n, high: 0n },
          { topic: one, partition: 1, low: 4n, high: 10n },
          { topic: other, partition: 0, low: 0n, high: 0n },
        ]),
      );
      await expect(client.ends(['test.conformance-misspelt'])).rejects.toMatchObject({
        name: 'DependencyUnavailable',
        message: expect.stringMatching(/topic/i),
      });
    });

    it('knows where each partition was at an instant', async () => {
      const topic = await log.newTopic(2);
      const sendAt = (timestamps: readonly string[]) =>
        log.producer.send({
          topic,
          messages: timestamps.map((timestamp) => ({ value: 'v', partition: 0, timestamp })),
        });
      await sendAt(['1734402600000', '1734402700000', '1734402800000']);
      const places = await client.placesAt(
        topic,
        [0, 1_734_402_700_000, 1_734_402_700_001, 1_734_402_800_001],
      );
      const offsetsOf = (wanted: number) =>
        places.map((list) => list.find(({ partition }) => partition === wanted)!.offset);
      expect(offsetsOf(0)).toEqual([0n, 1n, 2n, 3n]);
      expect(offsetsOf(1)).toEqual([0n, 0n, 0n, 0n]);
    });

    it('knows which cluster it speaks to', async () => {
      expect(await client.clusterId()).toBe((await log.admin.describeCluster()).clusterId);
    });
  });
};
