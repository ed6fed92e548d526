import { eventually } from '#libs/testing';
import { describe, expect, it } from '@jest/globals';
import type { EachBatchPayload, Kafka } from 'kafkajs';
import { setImmediate as turn } from 'node:timers/promises';
import { consumeWithKafkajs } from './kafkajs-consumption.js';

type Listener = (event: { payload: object }) => void;

const EVENTS = Object.fromEntries(
  ['GROUP_JOIN', 'STOP', 'CRASH', 'START_BATCH_PROCESS'].map((name) => [name, name]),
);

/** kafkajs, as far as a member of a group needs it. Each member does with `run` what it is given for it. */
const fakeKafka = (...runs: readonly Run[]) => {
  const members: FakeMember[] = [];
  const consumer = () => {
    const member = new FakeMember(runs[members.length] ?? (() => undefined));
    members.push(member);
    return member;
  };
  return { kafka: { consumer } as unknown as Kafka, members };
};

type Run = (member: FakeMember) => void | Promise<void>;

class FakeMember {
  readonly events = EVENTS;
  private readonly listeners = new Map<string, Listener>();
  isConnected = false;
  eachBatch: (payload: EachBatchPayload) => Promise<void> = async () => undefined;

  constructor(private readonly whenRun: Run) {}

  on(event: string, listener: Listener): void {
    this.listeners.set(event, listener);
  }
  tell(event: string, payload: object): void {
    this.listeners.get(event)!({ payload });
  }
  async connect(): Promise<void> {
    this.isConnected = true;
  }
  async subscribe(): Promise<void> {}
  async run({ eachBatch }: Pick<FakeMember, 'eachBatch'>): Promise<void> {
    this.eachBatch = eachBatch;
    await this.whenRun(this);
  }
  async disconnect(): Promise<void> {
    this.isConnected = false;
  }
  pause(): void {}
  resume(): void {}
  seek(): void {}
}

const joins = (member: FakeMember) => member.tell('GROUP_JOIN', { memberAssignment: { topic: [0] } });
const givesUp = (message: string) => (member: FakeMember) =>
  member.tell('CRASH', { error: new Error(message), restart: false });

const batch = (offset: string) =>
  ({
    batch: {
      topic: 'topic',
      partition: 0,
      fetchedOffset: offset,
      highWatermark: '9',
      messages: [{ offset, key: null, value: null, headers: {}, timestamp: '0' }],
      lastOffset: () => offset,
    },
    isRunning: () => true,
    isStale: () => false,
    resolveOffset: () => undefined,
  }) as unknown as EachBatchPayload;

const consume = async (kafka: Kafka, receive: () => void) => {
  const [failed, outside]: string[][] = [[], []];
  const consumption = await consumeWithKafkajs(kafka, {
    groupId: 'group',
    topics: ['topic'],
    positions: async () => [0n],
    receive,
    failed: ({ message }) => void failed!.push(message),
    outside: ({ message }) => void outside!.push(message),
  });
  return { consumption, failed, outside };
};

describe('a member of a group', () => {
  it('that gives up has a successor, and whoever listens hears each time that it is outside', async () => {
    let received = 0;
    const { kafka, members } = fakeKafka(givesUp('not authorized'), givesUp('no coordinator'), joins);
    const { consumption, failed, outside } = await consume(kafka, () => (received += 1));
    await eventually(() => members.length === 3);
    await turn();
    await members[2]!.eachBatch(batch('0'));
    expect(received).toBe(1);
    expect(members.map(({ isConnected }) => isConnected)).toEqual([false, false, true]);
    expect({ failed, outside }).toEqual({ failed: [], outside: ['not authorized', 'no coordinator'] });
    await consumption.close();
  });

  it('tells of a fault of whoever takes its messages, which kafkajs would take for its own', async () => {
    const { kafka, members } = fakeKafka(joins);
    const { consumption, failed } = await consume(kafka, () => {
      throw new TypeError('a bug');
    });
    await turn();
    await expect(members[0]!.eachBatch(batch('0'))).rejects.toThrow('a bug');
    expect(failed).toEqual(['a bug']);
    await consumption.close();
  });

  it('that is closed while a successor joins takes that one with it', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const { kafka, members } = fakeKafka(givesUp('no coordinator'), () => promise);
    const { consumption } = await consume(kafka, () => undefined);
    await eventually(() => members[1]?.isConnected === true);
    await consumption.close();
    members[1]!.isConnected = true; // kafkajs joins though it was disconnected meanwhile
    resolve();
    await eventually(() => !members[1]!.isConnected);
  });

  it('that was closed stays away', async () => {
    const { kafka, members } = fakeKafka();
    const { consumption, outside } = await consume(kafka, () => undefined);
    await consumption.close();
    givesUp('too late')(members[0]!);
    expect(outside).toEqual([]);
  });
});
