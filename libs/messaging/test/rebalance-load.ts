import { setTimeout as sleep } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import { eventually } from '#libs/testing';
import type { KafkaClient } from '../src/index.js';
import { stepOf, type Step, type Stepped } from './transport-kit.js';

const KEYS = 300;
const TICK_MS = 20;

/** Steps of many keys, so many in a second whatever becomes of the readers, until it is stopped. */
export const startLoad = async (client: KafkaClient, stepped: Stepped, perSecond: number) => {
  const producer = await client.producer();
  const begun = performance.now();
  let sent = 0;
  const stopping = new AbortController();
  const run = async () => {
    while (!stopping.signal.aborted) {
      const due = Math.floor(((performance.now() - begun) / 1_000) * perSecond);
      const steps = Array.from({ length: due - sent }, (_, index) => {
        const number = sent + index;
        return stepOf(stepped, `key-${number % KEYS}`, Math.floor(number / KEYS) + 1);
      });
      await producer.send(steps);
      sent = due;
      await sleep(TICK_MS);
    }
  };
  const running = run();
  return {
    stop: async () => {
      stopping.abort();
      await running;
      await producer.close();
      return { sent, perSecond: Math.round(sent / ((performance.now() - begun) / 1_000)) };
    },
  };
};

/** What lies in the log: numbers by key, in its order, with what the client stored twice. */
export const stepsInLog = async (client: KafkaClient, stepped: Stepped): Promise<Map<string, number[]>> => {
  const steps = new Map<string, number[]>();
  const ends = await client.ends([stepped.topic.name]);
  const total = ends.reduce((sum, { low, high }) => sum + Number(high - low), 0);
  let read = 0;
  const consumption = await client.consume({
    groupId: `look-${randomUUID()}`,
    topics: [stepped.topic.name],
    positions: async (assigned) =>
      assigned.map(({ partition }) => ends.find((end) => end.partition === partition)!.low),
    receive: ({ messages }) => {
      for (const { value } of messages) {
        const { key, number } = JSON.parse(value!.toString()) as Step;
        steps.set(key, [...(steps.get(key) ?? []), number]);
        read += 1;
      }
    },
    failed: () => undefined,
  });
  await eventually(() => read >= total);
  await consumption.close();
  return steps;
};
