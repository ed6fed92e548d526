import { randomUUID } from 'node:crypto';
import { contributionPaid, newEvent } from '#libs/contracts';
import { createHttpApp } from '#libs/http';
import { StoryClock } from '#libs/kernel';
import {
  Accountant,
  connectKafka,
  EventLog,
  KAFKA,
  KafkaTransport,
  messagingMigrations,
  partitionOf,
  Relay,
  type KafkaClient,
  type OutgoingMessage,
} from '#libs/messaging';
import {
  dropDatabase,
  eventually,
  freshDatabaseUrl,
  openIssuer,
  openTestDatabase,
  testBrokers,
  type TokenIssuer,
} from '#libs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Accounting } from '../../../libs/messaging/src/proof/accounting.js';
import type { ProofView } from '../src/inbound/http/proof/proof-view.js';
import { reportingModule } from '../src/reporting.module.js';
import { ensureOwnTopics, ownLog, type Meddle } from './own-log.js';
import { Membership } from './story.js';

const TOPIC = contributionPaid.topic.name;
const EACH = 6;
const READ_MS = 40_000;

/** What is done to the third of the events of a partition, on its way to the broker. */
interface Fault {
  readonly partition: number;
  readonly kind: string;
  readonly change: (messages: readonly OutgoingMessage[], third: number) => readonly OutgoingMessage[];
}

const replaced = (all: readonly OutgoingMessage[], at: number, ...by: readonly OutgoingMessage[]) =>
  all.toSpliced(at, 1, ...by);

const FAULTS: readonly Fault[] = [
  { partition: 0, kind: 'missing', change: (all, third) => replaced(all, third) },
  {
    partition: 1,
    kind: 'changed',
    change: (all, third) => {
      const data = JSON.parse(String(all[third]!.value)) as { amount: number };
      const value = JSON.stringify({ ...data, amount: data.amount + 1 });
      return replaced(all, third, { ...all[third]!, value });
    },
  },
  {
    partition: 2,
    kind: 'swapped',
    change: (all, third) => all.toSpliced(third, 2, all[third + 1]!, all[third]!),
  },
  {
    partition: 3,
    kind: 'doubled',
    change: (all, third) => {
      const { headers, ...message } = all[third]!;
      const other = { ...headers, ce_id: randomUUID(), ce_subject: `membership/${randomUUID()}` };
      return replaced(all, third, { ...message, headers: other }, all[third]!);
    },
  },
];

/** Does to the events of each partition what its fault says; what owners say of their logs goes through as it is. */
const meddleWith =
  (faults: readonly Fault[]): Meddle =>
  (messages) =>
    faults.reduce<readonly OutgoingMessage[]>((all, { partition, change }) => {
      const own = all.filter(({ topic, key }) => topic === TOPIC && partitionOf(key) === partition);
      if (own.length < EACH) return all;
      const others = all.filter((message) => !own.includes(message));
      return [...others, ...change(own, 2)];
    }, messages);

/** The module with another client to Kafka. */
const withKafka = (module: DynamicModule, kafka: KafkaClient): DynamicModule => ({
  ...module,
  imports: module.imports!.map((imported) => {
    const { providers = [] } = imported as DynamicModule;
    const isMessaging = providers.some((each) => 'provide' in each && each.provide === KAFKA);
    if (!isMessaging) return imported;
    const others = providers.filter((each) => !('provide' in each && each.provide === KAFKA));
    return { ...(imported as DynamicModule), providers: [...others, { provide: KAFKA, useValue: kafka }] };
  }),
});

const brokers = testBrokers();
const prefix = `proof-${randomUUID()}.`;
const databaseUrl = freshDatabaseUrl('reporting_proof');
const kafka = connectKafka({ brokers, clientId: 'reporting-proof-test' });
const failures: unknown[] = [];
let tokens: TokenIssuer;
let app: NestFastifyApplication;
let owner: Awaited<ReturnType<typeof openTestDatabase>>;
let relay: Relay;
let accounting: Accounting;
const events = new EventLog();

beforeAll(async () => {
  tokens = await openIssuer();
  await ensureOwnTopics(brokers, prefix);
  owner = await openTestDatabase('owner', { migrations: [...messagingMigrations] });
  relay = new Relay(owner.database, ownLog(kafka, prefix, meddleWith(FAULTS)), '/owner');
  accounting = new Accounting(new Accountant(owner.database, events), relay, (error) => failures.push(error));
  relay.start();
  accounting.start();
  const settings = {
    brokers,
    databaseUrl,
    host: '127.0.0.1',
    port: 0,
    issuer: undefined,
    logLevel: 'silent',
    clock: new StoryClock('2024-12-17'),
    dataFolder: tokens.dataFolder,
  };
  const own = ownLog(connectKafka({ brokers, clientId: 'reporting' }), prefix);
  app = await createHttpApp(withKafka(reportingModule(settings), own), { title: 'reporting' });
  app.connectMicroservice({ strategy: app.get(KafkaTransport) });
  await app.startAllMicroservices();
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
}, 120_000);

afterAll(async () => {
  await accounting.stop();
  await relay.stop();
  await app.close();
  await kafka.close();
  await owner.drop();
  await dropDatabase(databaseUrl);
  await tokens.close();
}, 60_000);

/** So many payments of persons whose events lie in a partition. */
const payments = (partition: number) => {
  const found: Membership[] = [];
  while (found.length < EACH) {
    const membership = new Membership();
    if (partitionOf(membership.personId) === partition) found.push(membership);
  }
  return found.map((membership) => membership.paid('2024-12-01T02:00:00Z', '2024-12'));
};

/** The owner writes what happened; everything else goes by itself. */
const happens = async (partitions: readonly number[]) => {
  const messages = partitions.flatMap(payments);
  await owner.database.transaction((tx) =>
    events.append(
      tx,
      messages.map(({ data, eventId, sequence, recordedAt, correlationId, traceparent }) =>
        newEvent(contributionPaid, data as typeof contributionPaid.example, {
          eventId,
          sequence,
          recordedAt,
          cause: { eventId, correlationId, traceparent },
        }),
      ),
    ),
  );
  relay.wake();
};

const proof = async (): Promise<ProofView> => {
  const authorization = `Bearer ${await tokens.of(['analyst'])}`;
  return (await app.inject({ url: '/v1/proof', headers: { authorization } })).json<ProofView>();
};
const provenIn = ({ partitions }: ProofView, partition: number) =>
  partitions.find((each) => each.topic === TOPIC && each.partition === partition)!.proven.count;

describe('from the account of an owner through the broker to the proof', () => {
  it('everything is proven that the owner says', async () => {
    const clean = [6, 7, 8];
    await happens(clean);
    const answer = await eventually(async () => {
      const now = await proof();
      return clean.every((partition) => provenIn(now, partition) === EACH) && now;
    }, READ_MS);
    expect(answer).toMatchObject({ proven: true, flaws: [], parked: 0, through: '2024-12-01T02:00:00.000Z' });
  }, 60_000);

  it('and each event that is lost, changed, swapped or doubled on the way is named with its place', async () => {
    await happens([...FAULTS.map(({ partition }) => partition), 9]);
    const answer = await eventually(async () => {
      const now = await proof();
      return now.flaws.length === FAULTS.length && provenIn(now, 9) === EACH && now;
    }, READ_MS);
    expect(answer.proven).toBe(false);
    expect(answer.flaws.toSorted((a, b) => a.partition - b.partition)).toMatchObject(
      FAULTS.map(({ partition, kind }) => ({ topic: TOPIC, partition, kind, event: 3, offset: 2 })),
    );
    for (const { partition } of FAULTS) expect(provenIn(answer, partition)).toBe(2);
    expect(failures).toEqual([]);
  }, 60_000);
});
