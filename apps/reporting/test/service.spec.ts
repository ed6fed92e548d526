import { randomInt, randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  claimsTopic,
  contributionPaid,
  contributionsTopic,
  coverageTopic,
  memberRegistered,
  membersTopic,
} from '#libs/contracts';
import { createHttpApp } from '#libs/http';
import { StoryClock } from '#libs/kernel';
import { connectKafka, KafkaTransport } from '#libs/messaging';
import { Database } from '#libs/persistence';
import {
  beginBehind,
  dropDatabase,
  eventually,
  freshDatabaseUrl,
  openIssuer,
  outgoing,
  testBrokers,
  type TokenIssuer,
} from '#libs/testing';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { STANDSTILL_MS } from '../src/domain/figures/standstill.js';
import { levelOf, RegionTree } from '../src/domain/regions/region-tree.js';
import { serveDashboard } from '../src/inbound/http/serve-dashboard.js';
import { reportingModule } from '../src/reporting.module.js';

const brokers = testBrokers();
const databaseUrl = freshDatabaseUrl('reporting_service');
const kafka = connectKafka({ brokers, clientId: 'reporting-service-test' });
let tokens: TokenIssuer;
let page: string;
let app: NestFastifyApplication;
let address: string;
let authorization: string;
/** Other runs write to the same topics: each has its people in a village of its own. */
let village: string;

const newMember = () => ({ personId: randomUUID(), membershipId: randomUUID() });
type Member = ReturnType<typeof newMember>;

const registered = (member: Member) => outgoing(memberRegistered, { ...member, residence: village });
const paid = (member: Member) =>
  outgoing(contributionPaid, {
    ...member,
    contributionId: randomUUID(),
    months: ['2024-12'],
    from: '2024-12-01',
    through: '2024-12-31',
  });

const ask = async (path: string) => {
  const response = await fetch(`${address}/${path}`, { headers: { authorization } });
  return { status: response.status, body: (await response.json()) as Record<string, never> };
};
const personsIn = async (region: string): Promise<number> => {
  const { body } = await ask(`v1/coverage?region=${region}`);
  return (body as unknown as { total: { persons: number } }).total.persons;
};

/** Position and end of each partition, once all of them are read to the end. */
const everythingRead = () =>
  eventually(async () => {
    const { body } = await ask('v1/freshness');
    const { partitions } = body as unknown as { partitions: { lag: number }[] };
    return partitions.every(({ lag }) => lag === 0) && body;
  });

/** What is looked at of what is pushed. */
interface Pushed {
  readonly persons?: number;
  readonly denominator?: { readonly id: string } | null;
  readonly reading?: string;
}

/** Reads server-sent events until told to stop. */
const follow = async (path: string, headers: Record<string, string> = {}) => {
  const stopping = new AbortController();
  const response = await fetch(`${address}/${path}`, {
    headers: { authorization, ...headers },
    signal: stopping.signal,
  });
  const events: { name: string; id: string; data: Pushed }[] = [];
  const reading = (async () => {
    let text = '';
    for await (const piece of response.body!.pipeThrough(new TextDecoderStream())) {
      text += piece;
      for (let end = text.indexOf('\n\n'); end !== -1; end = text.indexOf('\n\n')) {
        const fields = new Map(
          text
            .slice(0, end)
            .split('\n')
            .map((line) => line.split(/: (.*)/s, 2) as [string, string]),
        );
        text = text.slice(end + 2);
        if (fields.has('event'))
          events.push({
            name: fields.get('event')!,
            id: fields.get('id')!,
            data: JSON.parse(fields.get('data')!),
          });
      }
    }
  })().catch(() => undefined);
  return {
    events,
    type: response.headers.get('content-type'),
    stop: async () => (stopping.abort(), reading),
  };
};

beforeAll(async () => {
  tokens = await openIssuer();
  authorization = `Bearer ${await tokens.of(['analyst'])}`;
  page = await mkdtemp(join(tmpdir(), 'reporting-page-'));
  await writeFile(join(page, 'index.html'), '<!doctype html><title>Cakupan</title>');
  await writeFile(join(page, 'index.html.gz'), gzipSync('<!doctype html><title>Cakupan, compressed</title>'));
  await beginBehind(brokers, { consumer: 'reporting', databaseUrl });
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
  app = await createHttpApp(reportingModule(settings), { title: 'reporting' });
  await serveDashboard(app, page);
  app.connectMicroservice({ strategy: app.get(KafkaTransport) });
  await app.startAllMicroservices();
  await app.listen(0, '127.0.0.1');
  address = await app.getUrl();
  const villages = [...app.get(RegionTree).allBelow('ID')].filter(({ code }) => levelOf(code) === 'village');
  village = villages[randomInt(villages.length)]!.code;
}, 60_000);
afterAll(async () => {
  await app.close();
  await kafka.close();
  await dropDatabase(databaseUrl);
  await tokens.close();
  await rm(page, { recursive: true });
}, 30_000);

it('counts what two topics tell, whichever is heard first, and tells a third', async () => {
  const [first, second] = [newMember(), newMember()];
  const producer = await kafka.producer();
  await producer.send([paid(first), registered(second)]);
  await everythingRead();
  expect(await personsIn(village)).toBe(0);
  await producer.send([registered(first), paid(second)]);
  await eventually(async () => (await personsIn(village)) === 2);
  await producer.send([registered(first)]); // the same sequence again
  await everythingRead();
  expect(await personsIn(village)).toBe(2);

  const heard: number[] = [];
  await kafka.consume({
    groupId: `reporting-service-test-${randomUUID()}`,
    topics: [coverageTopic.name],
    positions: async (assigned) => assigned.map(() => 0n),
    receive: ({ messages }) =>
      messages.forEach(({ value, headers: { ce_subject } }) => {
        if (String(ce_subject) !== `region/${village}`) return;
        heard.push((JSON.parse(String(value)) as { persons: number }).persons);
      }),
    failed: () => undefined,
  });
  await eventually(() => heard.at(-1) === 2);
}, 60_000);

it('pushes a figure when it changes, and goes on where a viewer left off', async () => {
  const path = `v1/stream?region=${village}`;
  const watching = await follow(path);
  expect(watching.type).toContain('text/event-stream');
  const first = await eventually(() => watching.events.find(({ name }) => name === 'coverage'));
  const [one, other] = [newMember(), newMember()];
  const producer = await kafka.producer();
  await producer.send([registered(one), paid(one)]);
  const more = first.data.persons! + 1;
  const changed = await eventually(() => watching.events.find(({ data }) => data.persons === more));
  const behind = () => watching.events.slice(watching.events.indexOf(changed));
  const last = await eventually(() => behind().find(({ name }) => name === 'freshness'));

  const again = await follow(path, { 'last-event-id': last.id });
  await eventually(() => again.events.some(({ name }) => name === 'freshness'));
  expect(again.events.filter(({ name }) => name === 'coverage')).toEqual([]);
  const cutOff = await follow(path, { 'last-event-id': changed.id });
  await eventually(() => cutOff.events.some(({ data }) => data.persons === more));
  await producer.send([registered(other), paid(other)]);
  await eventually(() => again.events.some(({ data }) => data.persons === more + 1));
  const late = await follow(path, { 'last-event-id': last.id });
  await eventually(() => late.events.some(({ data }) => data.persons === more + 1));
  await Promise.all([watching.stop(), again.stop(), cutOff.stop(), late.stop()]);
}, 60_000);

it('shows those who watch what a figure is held against, soon after it was stated', async () => {
  const watching = await follow(`v1/stream?region=${village}`);
  await eventually(() => watching.events.some(({ name }) => name === 'coverage'));
  const id = `village-${randomUUID()}`;
  const denominator = {
    definition: 'penduduk bekerja',
    regions: [village],
    value: 1_000,
    asOf: '2024-12-01',
    source: 'a survey',
  };
  const stated = await fetch(`${address}/v1/denominators/${id}`, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${await tokens.of(['planner'])}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(denominator),
  });
  expect(stated.status).toBe(201);
  await eventually(() => watching.events.some(({ data }) => data.denominator?.id === id));
  await watching.stop();
}, 60_000);

it('says how far it has read', async () => {
  const body = await everythingRead();
  const { topics, partitions, applied, lagMs, recordedThrough } = body as unknown as {
    topics: { topic: string; position: number; end: number; lag: number; stillMs: number }[];
    partitions: { topic: string; position: number; end: number }[];
    applied: number;
    lagMs: number;
    recordedThrough: string;
  };
  expect(partitions).toHaveLength(36);
  expect(new Set(partitions.map(({ topic }) => topic))).toEqual(
    new Set([claimsTopic.name, contributionsTopic.name, membersTopic.name]),
  );
  expect(topics).toHaveLength(3);
  for (const { topic, position, end, lag, stillMs } of topics) {
    const own = partitions.filter((partition) => partition.topic === topic);
    expect([position, lag, stillMs]).toEqual([end, 0, 0]);
    expect(end).toBe(own.reduce((sum, partition) => sum + partition.end, 0));
  }
  expect(applied).toBeGreaterThanOrEqual(6);
  expect(lagMs).toBeGreaterThanOrEqual(0);
  expect(recordedThrough).toMatch(/^\d{4}-.*\+07:00$/);
}, 60_000);

it('marks every figure while the consumer stands still, and tells those who watch', async () => {
  const markIs = async (mark: string) => {
    const { body } = await ask(`v1/coverage?region=${village}`);
    return (body as unknown as { freshness: { reading: string } }).freshness.reading === mark;
  };
  await eventually(() => markIs('current'), STANDSTILL_MS);
  const watching = await follow(`v1/stream?region=${village}`);
  const over = new AbortController();
  const held = app.get(Database).transaction(async (tx) => {
    await tx.query('lock table person_state in access exclusive mode');
    while (!over.signal.aborted) await tx.query('select pg_sleep(0.5)');
  });
  const member = newMember();
  const producer = await kafka.producer();
  await producer.send([registered(member), paid(member)]);
  try {
    await eventually(() => markIs('standing-still'), 3 * STANDSTILL_MS);
    await eventually(() => watching.events.some(({ data }) => data.reading === 'standing-still'));
  } finally {
    over.abort();
    await held;
    await watching.stop();
  }
  await eventually(() => markIs('current'), 2 * STANDSTILL_MS);
}, 90_000);

it('shows the page to everyone, compressed to who takes that, and is ready when it has read what there is', async () => {
  const served = async (encoding: string) => {
    const response = await fetch(`${address}/`, { headers: { 'accept-encoding': encoding } });
    return [response.headers.get('content-encoding'), await response.text()];
  };
  expect(await served('identity')).toEqual([null, expect.stringContaining('<title>Cakupan</title>')]);
  expect(await served('gzip')).toEqual([
    'gzip',
    expect.stringContaining('<title>Cakupan, compressed</title>'),
  ]);
  expect((await fetch(`${address}/index.html.gz`)).status).toBe(404);
  await eventually(async () => (await fetch(`${address}/health/ready`)).status === 200);
});
