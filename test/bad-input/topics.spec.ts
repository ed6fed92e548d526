import { randomInt } from 'node:crypto';
import { allTopics, type EventContract } from '#libs/contracts';
import { ParkedMessages } from '#libs/kernel';
import { ensureTopics, keyTokenOf, ParkedCipher } from '#libs/messaging';
import { eventually, testBrokers } from '#libs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import kafkajs from 'kafkajs';
import type { Kind } from './kit/kind.js';
import { goodInPlaceOf, KINDS } from './kit/kinds.js';
import { openService, type OpenService } from './kit/open-service.js';
import { readTopics, type ReadTopic } from './kit/readers.js';
import { issuer, secret, servicesOn } from './kit/services.js';
import { sendTraffic, type Sent, type SentRound, type Traffic } from './kit/traffic.js';

/**
 * A good message stalls when it is committed so much later, after the broker had it, than the slowest one of a partition
 * into which nothing bad was sent: however busy the machine is, both are.
 */
const STALL_MS = 5_000;

const brokers = testBrokers();
const services = servicesOn(brokers);
const topics = readTopics(services);
const kafka = new kafkajs.Kafka({ brokers, clientId: 'bad-input', logLevel: kafkajs.logLevel.NOTHING });
const producer = kafka.producer({
  createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
  retry: { retries: 0 },
});
const running = new Map<string, OpenService>();
const traffic = new Map<string, Traffic>();
/** As many and as large ones that are good, into another partition. */
const quiet = new Map<string, Traffic>();
const parked = new Map<string, Map<bigint, Parked>>();

interface Parked {
  readonly id: string;
  readonly reason: string;
}

/** What a service has set aside of the traffic, by offset. */
const parkedOf = async ({ database }: OpenService, { topic, partition, rounds }: Traffic) => {
  const rows = await database.query<Parked & { log_offset: string }>(
    `select id::text, reason, log_offset::text from parked_message
      where topic = $1 and partition = $2 and log_offset >= $3 and status = 'waiting'`,
    [topic, partition, String(rounds[0]!.others[0]!.offset)],
  );
  return new Map(rows.map(({ id, reason, log_offset }) => [BigInt(log_offset), { id, reason }]));
};

const readersOf = ({ readers }: ReadTopic) => readers.map(({ name }) => running.get(name)!);

const isReadBy = ({ transport }: OpenService, { topic, partition, end }: Traffic) =>
  transport.progress().some((at) => at.topic === topic && at.partition === partition && at.position >= end);

/** Sends a round of each kind to a partition, and comes back when each reader is behind the last. */
const sendAndWait = async (one: ReadTopic, partition: number, kinds: readonly Kind[]): Promise<Traffic> => {
  const [contract] = one.contracts as [EventContract];
  const sent = await sendTraffic(producer, { contract, partition }, kinds);
  await eventually(() => readersOf(one).every((by) => isReadBy(by, sent)), 90_000);
  return sent;
};

/** How long after the broker had it a good message was committed; for ever, if it was not taken for what it is. */
const waitedMs = ({ taken }: OpenService, { eventId, at }: Sent): number => {
  const outcome = taken.get(eventId);
  return outcome === undefined || outcome.kind === 'refused' ? Infinity : outcome.at - at;
};

/** The longest wait of a good message, of those among which nothing bad is. */
const quietWaitMs = (service: OpenService, topic: string): number =>
  Math.max(
    ...quiet.get(topic)!.rounds.flatMap(({ others }) => others.map((other) => waitedMs(service, other))),
  );

/** First what is good, so that nothing bad is in its way: partitions of a topic may share a transaction. */
const sendGoodAndBad = async (one: ReadTopic): Promise<void> => {
  const { name, partitions } = one.topic;
  const partition = randomInt(partitions);
  const onlyGood = KINDS.map(goodInPlaceOf);
  quiet.set(name, await sendAndWait(one, (partition + 1) % partitions, onlyGood));
  traffic.set(name, await sendAndWait(one, partition, KINDS));
};

beforeAll(async () => {
  await Promise.all([ensureTopics(brokers, allTopics), producer.connect()]);
  for (const service of services) running.set(service.name, await openService(service, brokers));
  // a topic after the other: a wait is then the reader's own, and none for the rest of the machine
  for (const one of topics) await sendGoodAndBad(one);
  for (const one of topics)
    for (const service of readersOf(one))
      parked.set(`${service.name} ${one.topic.name}`, await parkedOf(service, traffic.get(one.topic.name)!));
}, 180_000);

afterAll(async () => {
  await producer.disconnect();
  for (const service of running.values()) await service.close();
  await issuer.close();
}, 60_000);

const fateOf = (service: OpenService, topic: string, { offset, eventId }: Sent): string => {
  if (offset === null) return 'refused-by-broker';
  const aside = parked.get(`${service.name} ${topic}`)!.get(offset);
  if (aside) return `parked:${aside.reason}`;
  return service.taken.has(eventId) ? 'taken' : 'passed-over';
};

const roundOf = (topic: string, kind: Kind): SentRound =>
  traffic.get(topic)!.rounds.find((round) => round.kind === kind)!;

/** What a reader made of the round of a kind. */
const found = (service: OpenService, topic: string, kind: Kind) => {
  const { bad, own, others } = roundOf(topic, kind);
  const limitMs = quietWaitMs(service, topic) + STALL_MS;
  return {
    reader: service.name,
    bad: fateOf(service, topic, bad),
    own: fateOf(service, topic, own),
    stalls: others.filter((other) => waitedMs(service, other) > limitMs).length,
  };
};

const expected = ({ name }: { name: string }, one: ReadTopic, kind: Kind) => {
  const fate = kind.fate(one.topic);
  const { key } = roundOf(one.topic.name, kind);
  const holds = fate.startsWith('parked:') && key !== null;
  const bad = fate.startsWith('passed-over:') ? 'passed-over' : fate;
  return { reader: name, bad, own: holds ? 'parked:behind-parked' : 'taken', stalls: 0 };
};

describe.each(topics.map((one) => [one.topic.name, one] as const))('on %s', (name, one) => {
  it.each(KINDS.map((kind) => [kind.name, kind.fate(one.topic), kind] as const))(
    '%s is %s, and nobody else waits',
    (_name, _fate, kind) =>
      expect(readersOf(one).map((service) => found(service, name, kind))).toEqual(
        readersOf(one).map((service) => expected(service, one, kind)),
      ),
  );

  it('all good messages are taken where nothing bad was sent', () => {
    for (const service of readersOf(one)) expect(quietWaitMs(service, name)).toBeLessThan(Infinity);
  });

  it('counts what it passes over', () => {
    const fates = KINDS.map(({ fate }) => fate(one.topic)).filter((fate) => fate.startsWith('passed-over:'));
    for (const { transport } of readersOf(one)) {
      const tally = new Map(
        transport.tally
          .entries()
          .flatMap(([topic, verdict, count]) => (topic === name ? [[verdict, count]] : [])),
      );
      for (const fate of fates) expect(tally.get(fate)).toBeGreaterThanOrEqual(1);
    }
  });
});

const cipher = new ParkedCipher({ sealing: secret, tokens: secret });

const heldKeys = async ({ database }: OpenService, { topic, partition, rounds }: Traffic) => {
  const keys = rounds.flatMap(({ key }) => (key === null ? [] : [Buffer.from(key)]));
  const tokens = keys.flatMap((key) => [keyTokenOf(key, cipher), keyTokenOf(key, null)]);
  return database.query<{ key_token: Buffer }>(
    'select key_token from held_key where topic = $1 and partition = $2 and key_token = any($3)',
    [topic, partition, tokens],
  );
};

it.each(topics.map((one) => [one.topic.name, one] as const))(
  'lets the keys of %s go when their bad messages are discarded',
  async (name, one) => {
    const { rounds } = traffic.get(name)!;
    for (const service of readersOf(one)) {
      const waiting = parked.get(`${service.name} ${name}`)!;
      expect((await heldKeys(service, traffic.get(name)!)).length > 0).toBe(waiting.size > 0);
      for (const { bad } of rounds) {
        const first = bad.offset !== null && waiting.get(bad.offset);
        if (first) await service.app.get(ParkedMessages).discard(first.id, { by: 'a test', note: null });
      }
      const isTaken = ({ own }: SentRound) => service.taken.has(own.eventId);
      await eventually(() => rounds.every(isTaken));
      expect(await heldKeys(service, traffic.get(name)!)).toEqual([]);
    }
  },
);

it('leaves every prototype as it was', () => expect(({} as { polluted?: true }).polluted).toBeUndefined());
