import { eventsOn, memberRegistered, membersTopic, type EventContract, type Message } from '#libs/contracts';
import { ignored, type Batch } from '#libs/kernel';
import type { Database, Transaction } from '#libs/persistence';
import { eventually, outgoing } from '#libs/testing';
import { describe, expect, it } from '@jest/globals';
import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';
import type { Consumption, IncomingMessage, KafkaClient } from '../client/kafka-client.js';
import { WritePath } from '../write-path.js';
import { Partitions } from './partitions.js';

const topic = membersTopic.name;
const listening = {
  contracts: [memberRegistered as unknown as EventContract],
  known: new Set<string>(eventsOn(membersTopic).map(({ type }) => type)),
};
/** Long enough for many tries to take longer than anybody gathers. */
const TRY_MS = 3;
/** A message with this number fails. */
const FAILS = 0;

const message = (offset: number, number: number): IncomingMessage => {
  const { key, value, headers } = outgoing(memberRegistered, { basis: number });
  const bytes = Object.entries(headers).map(([name, text]) => [name, Buffer.from(text)] as const);
  return {
    offset: BigInt(offset),
    key: Buffer.from(key),
    value: Buffer.from(String(value)),
    headers: Object.fromEntries(bytes),
    timestampMs: 0,
  };
};

const numbersOf = (messages: readonly Message[]) =>
  messages.map(({ data }) => (data as { basis: number }).basis);

interface Given {
  /** Partitions whose positions another has moved. */
  readonly lost?: readonly number[];
  /** Partitions in which the key of all messages waits behind a parked one. */
  readonly held?: readonly number[];
  readonly count?: number;
  /** What the listener waits for. */
  readonly work?: () => Promise<unknown>;
}

/** Some partitions, two of them where nothing else is said, on a database that takes everything else. */
const somePartitions = async ({
  lost = [],
  held = [],
  count = 2,
  work = () => sleep(TRY_MS),
}: Given = {}) => {
  const all = Array.from({ length: count }, (_, partition) => partition);
  const tried: number[][] = [];
  const taken: number[][] = [];
  const rearmed: number[] = [];
  const parked: string[] = [];
  const query = async (sql: string, params: readonly unknown[]) => {
    await turn();
    if (sql.includes('select topic, partition, next_offset'))
      return all.map((partition) => ({ topic, partition, position: '0' }));
    if (sql.includes('from held_key')) return held.map(() => ({}));
    if (sql.includes('join held_key'))
      return (params[2] as number[]).flatMap((partition, at) =>
        held.includes(partition) ? [{ place: at + 1 }] : [],
      );
    if (sql.includes('insert into parked_message'))
      parked.push(`${String(params[2])}/${String(params[4])} ${String(params[9])}`);
    if (!sql.includes('update consumer_position')) return [];
    const asked = params[2] as number[];
    return asked.filter((partition) => !lost.includes(partition)).map((partition) => ({ partition }));
  };
  const tx = { query, lock: async () => undefined } as unknown as Transaction;
  const database = { query, transaction: (work: (tx: Transaction) => unknown) => work(tx) };
  const writes = new WritePath(database as unknown as Database, { wake: () => undefined });
  const ends = async () => all.map((partition) => ({ topic, partition, low: 0n, high: 0n }));
  const partitions = new Partitions(
    {
      consumer: 'test',
      kafka: { ends } as unknown as KafkaClient,
      database: database as unknown as Database,
      writes,
      cipher: null,
      fatal: (error) => {
        throw error;
      },
      bug: () => undefined,
    },
    {
      listeningTo: () => listening,
      hand: async (_topic: string, batch: Batch<Message>) => {
        tried.push(numbersOf(batch.items));
        await work();
        let going: number[] = [];
        await writes.run(batch, async (_tx, items) => {
          going = numbersOf(items);
          if (going.includes(FAILS)) throw new TypeError('a bug');
          return items.map(() => ignored('redelivery'));
        });
        taken.push(going);
      },
    },
    () => ({ rearm: async ({ partition }) => void rearmed.push(partition) }) as Consumption,
  );
  await partitions.positions(
    [topic],
    all.map((partition) => ({ topic, partition })),
    true,
  );
  const receive = (partition: number, from: number, numbers: readonly number[]) => {
    const messages = numbers.map((number, index) => message(from + index, number));
    partitions.receive({ topic, partition, messages, high: BigInt(from + numbers.length) });
  };
  /** Something is in hand of both when more comes: it waits, and is taken together. */
  const give = (ofFirst: readonly number[], ofSecond: readonly number[]) => {
    receive(0, 0, [100]);
    receive(1, 0, [200]);
    receive(0, 1, ofFirst);
    receive(1, 1, ofSecond);
  };
  const triedBefore = (number: number) => tried.findIndex((numbers) => numbers.join() === String(number));
  return { partitions, receive, give, tried, taken, rearmed, parked, triedBefore };
};

const positionOf = ({ partitions }: Awaited<ReturnType<typeof somePartitions>>, partition: number) =>
  partitions.queues.get(`${topic}/${partition}`)!.position;

describe('partitions of one topic', () => {
  it('have what waits in them taken together', async () => {
    const two = await somePartitions();
    two.give([101, 102], [201]);
    await eventually(() => positionOf(two, 0) === 3n && positionOf(two, 1) === 2n);
    expect(two.taken.slice(0, 2).flat().toSorted()).toEqual([100, 200]);
    expect(two.taken.slice(2).map((numbers) => numbers.toSorted())).toEqual([[101, 102, 201]]);
  });

  it.each([
    ['whose turn it is', 0],
    ['that is taken along', 1],
  ])('do not wait while another, one %s, looks for the messages that fail', async (_, failing) => {
    const two = await somePartitions();
    const bad = Array.from({ length: 64 }, () => FAILS);
    two.give(failing === 0 ? bad : [101], failing === 0 ? [201] : bad);
    await eventually(() => positionOf(two, failing) === 65n && positionOf(two, 1 - failing) === 2n);
    expect(two.tried.length).toBeGreaterThan(128);
    expect(two.triedBefore(failing === 0 ? 201 : 101)).toBeLessThan(two.tried.length / 2);
  });

  it('go on where another is lost, which is read anew', async () => {
    const two = await somePartitions({ lost: [1] });
    two.give([101], [201]);
    await eventually(() => positionOf(two, 0) === 2n);
    expect(two.taken.flat()).toEqual([100, 101]);
    expect(positionOf(two, 1)).toBe(0n);
    expect(two.rearmed).toEqual([1]);
  });

  it('hold back a key only where it waits, though the other has one of the same name', async () => {
    const two = await somePartitions({ held: [1] });
    two.give([101], [201, 202]);
    await eventually(() => positionOf(two, 0) === 2n && positionOf(two, 1) === 3n);
    expect(two.taken).toEqual([[100], [], [101]]);
    expect(two.parked).toEqual(['1/0 behind-parked', '1/1,2 behind-parked,behind-parked']);
  });
});

describe('partitions that the watchdog looks at', () => {
  it('do not count as standing still while they wait in line and those before them end', async () => {
    const ends: (() => void)[] = [];
    const work = () => new Promise<void>((resolve) => ends.push(resolve));
    const { partitions, receive } = await somePartitions({ count: 4, work });
    const watched = () => partitions.watched().map(({ partition }) => partition);
    for (let partition = 0; partition < 4; partition += 1) receive(partition, 0, [100 + partition]);
    await eventually(() => ends.length === 2);
    expect(watched()).toEqual([0, 1, 2, 3]);

    ends.shift()!();
    await eventually(() => ends.length === 2); // the next in line has taken the other along
    receive(0, 1, [200]);
    await eventually(() => partitions.queues.get(`${topic}/0`)!.isInLine); // once what it took before is settled
    expect(watched()).toEqual([1, 2, 3]);
    expect(watched()).toEqual([0, 1, 2, 3]);
    await eventually(() => {
      for (const end of ends.splice(0)) end();
      return partitions.watched().every(({ lag }) => lag === 0n);
    });
  });
});
