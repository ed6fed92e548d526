import { eventually } from '#libs/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { KafkaClient } from '../src/index.js';
import { listen, numbers, openLog, type Connect, type Log } from './client-log.js';
import { openProxy, type Proxy } from './client-proxy.js';

const CLOSE_MS = 7_000;
const ANSWER_MS = 35_000;
const LENGTH_BYTES = 4;
/** API key 10 of the Kafka protocol. */
const FIND_COORDINATOR = 10;
const GOES = 3;

const msOf = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
};

/** What must hold while the broker is away, whichever client library is behind the port. */
export const outageConformance = (connect: Connect): void => {
  describe('while the broker is away, a client', () => {
    let log: Log;
    let proxy: Proxy;
    let client: KafkaClient;
    let meets: (request: Buffer) => void;
    beforeEach(async () => {
      log = await openLog();
      meets = () => undefined;
      proxy = await openProxy((request) => meets(request));
      client = connect({ brokers: proxy.brokers, clientId: 'conformance' });
    });
    afterEach(async () => {
      await client.close();
      await proxy.close();
      await log.close();
    });

    it('says so in bounded time, and goes on once the broker is back', async () => {
      const topic = await log.newTopic();
      const message = { topic, key: 'k', value: '0', headers: {}, partition: 0 };
      const producer = await client.producer({ once: true });
      const reader = await listen(client, [topic]);
      await producer.send([message]);
      await eventually(() => reader.values().length === 1);
      proxy.shut();
      const waitedMs = await msOf(() =>
        Promise.all([
          expect(producer.send([{ ...message, value: 'never' }])).rejects.toBeInstanceOf(Error),
          expect(client.ends([topic])).rejects.toMatchObject({ name: 'DependencyUnavailable' }),
        ]),
      );
      expect(waitedMs).toBeLessThan(ANSWER_MS);
      proxy.open();
      await eventually(async () =>
        producer.send([{ ...message, value: '1' }]).then(
          () => true,
          () => false,
        ),
      );
      await log.fill(topic, 2, 5);
      await eventually(() => reader.values().length === 5);
      expect(reader.values()).toEqual(numbers(0, 5));
      expect(reader.failures).toEqual([]);
    }, 90_000);

    it('joins its group again, though the broker goes each time it is asked who coordinates the group', async () => {
      const topic = await log.newTopic();
      const reader = await listen(client, [topic]);
      await eventually(() => reader.asked.length === 1);
      let asked = 0;
      meets = (request) => {
        if (request.readInt16BE(LENGTH_BYTES) !== FIND_COORDINATOR || asked === GOES) return;
        asked += 1;
        proxy.shut();
        setTimeout(() => proxy.open(), 200);
      };
      const other = log.kafka.consumer({ groupId: reader.groupId }); // all members join anew when one comes
      await other.connect();
      await other.subscribe({ topics: [topic] });
      await other.run({ eachMessage: async () => undefined });
      await eventually(() => asked === GOES);
      await other.disconnect();
      await log.fill(topic, 0, 5);
      await eventually(() => reader.values().length === 5);
      expect(reader.values()).toEqual(numbers(0, 5));
      expect(reader.failures).toEqual([]);
    }, 60_000);

    const joined = async () => {
      await client.producer();
      const reader = await listen(client, [await log.newTopic()]);
      await eventually(() => reader.asked.length === 1);
      return reader;
    };

    it('closes in bounded time', async () => {
      await joined();
      proxy.shut();
      expect(await msOf(() => client.close())).toBeLessThan(CLOSE_MS);
    }, 30_000);

    it('closes in bounded time when the broker merely says nothing, and leaves its group once it does', async () => {
      const { groupId } = await joined();
      proxy.silence();
      expect(await msOf(() => client.close())).toBeLessThan(CLOSE_MS);
      proxy.open();
      await eventually(async () => (await log.membersOf(groupId)) === 0);
    }, 30_000);
  });
};
