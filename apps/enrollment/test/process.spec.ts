import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { allTopics, signUpSubmitted, type SignUpSubmitted } from '#libs/contracts';
import { connectKafka, ensureTopics, type Producer } from '#libs/messaging';
import { openDatabase, type Database } from '#libs/persistence';
import {
  dropDatabase,
  eventually,
  freshDatabaseUrl,
  outgoing,
  testBrokers,
  type ServiceProcess,
} from '#libs/testing';
import { startService } from './service.js';
import { eventsOf, newNik, signUp } from './support.js';

const url = freshDatabaseUrl('enrollment_process');
const kafka = connectKafka({ brokers: testBrokers(), clientId: `enrollment-test-${randomUUID()}` });
const canary = {
  nik: newNik(),
  fullName: 'Burung Kenari',
  mobile: '+62899887766554',
  email: 'kenari@example.org',
};
const secrets = [canary.nik, 'Kenari', '899887766554', 'kenari@'];

let service: ServiceProcess;
let database: Database;
let producer: Producer;
/** All values and headers that came over topics that others may read. */
const published: string[] = [];

beforeAll(async () => {
  await ensureTopics(testBrokers(), allTopics);
  service = await startService(url, `a key of the tests ${randomUUID()}`);
  database = await openDatabase({ url, migrations: [] });
  producer = await kafka.producer();
  await kafka.consume({
    groupId: `enrollment-test-${randomUUID()}`,
    topics: allTopics.filter(({ writer }) => writer === 'enrollment').map(({ name }) => name),
    positions: async (assigned) => assigned.map(() => 0n),
    receive: ({ messages }) =>
      messages.forEach(({ key, value, headers }) =>
        published.push([key, value, ...Object.values(headers)].map((bytes) => bytes?.toString()).join(' ')),
      ),
    failed: () => undefined,
  });
}, 60_000);

afterAll(async () => {
  await service.stop();
  await kafka.close();
  await database.close();
  await dropDatabase(url);
}, 30_000);

const send = (...messages: ReturnType<typeof outgoing>[]) => producer.send(messages);
const asSent = (data: SignUpSubmitted, recordedAt = '2024-12-01T03:00:00.000Z') =>
  outgoing(signUpSubmitted, data, { recordedAt });
const resultsOf = (signUpId: string) => eventsOf(database, `sign-up/${signUpId}`);

describe('the service', () => {
  it('answers sign-ups of the topic once, at the instant that they state', async () => {
    const form = signUp({ submittedAt: '2024-12-01T09:59:00+07:00' });
    const refused = signUp({ programmes: ['JP'] });
    await send(asSent(form), asSent(refused), asSent(form));
    await eventually(
      async () =>
        (await resultsOf(refused.signUpId)).length > 0 && (await resultsOf(form.signUpId)).length > 0,
    );
    await send(asSent(form));
    const behind = signUp();
    await send(asSent(behind));
    await eventually(async () => (await resultsOf(behind.signUpId)).length > 0);
    const results = await resultsOf(form.signUpId);
    expect(results.map(({ type, recorded_at }) => [type, recorded_at.toISOString()])).toEqual([
      ['sign-up-accepted.v1', '2024-12-01T03:00:00.000Z'],
    ]);
    expect((await resultsOf(refused.signUpId)).map(({ data }) => data['reasons'])).toEqual([
      ['programme-not-offered'],
    ]);
    await eventually(() => published.some((text) => text.includes(form.signUpId)));
  }, 60_000);

  it('takes structured mode, and passes over fields that nobody knows', async () => {
    const form = signUp();
    const { headers, value, ...message } = asSent(form);
    const envelope = {
      specversion: '1.0',
      id: randomUUID(),
      source: '/test',
      type: signUpSubmitted.type,
      time: '2024-12-02T00:00:00Z',
      data: { ...JSON.parse(String(value)), shoeSize: 41 },
    };
    expect(headers).toHaveProperty('ce_type');
    await producer.send([
      {
        ...message,
        value: JSON.stringify(envelope),
        headers: { 'content-type': 'application/cloudevents+json' },
      },
    ]);
    await eventually(async () => (await resultsOf(form.signUpId)).length === 1);
  }, 60_000);

  it('parks what it cannot read, and lets nothing of a person out: no topic, no table, no log line', async () => {
    const form = signUp({ person: canary });
    const { segment: _, ...incomplete } = signUp({ person: canary });
    const broken = {
      ...asSent(signUp()),
      value: `{"person":{"nik":"${canary.nik}","fullName":"${canary.fullName}"`,
    };
    const strange = asSent(signUp({ person: canary }));
    await send(
      {
        ...asSent(form),
        headers: {
          ...asSent(form).headers,
          ce_id: canary.nik,
          ce_correlationid: canary.nik,
          traceparent: canary.nik,
        },
      },
      { ...strange, value: JSON.stringify(incomplete), key: incomplete.signUpId },
      broken,
      asSent({ ...form, residence: null }),
    );
    await eventually(async () => (await resultsOf(form.signUpId)).length === 2);
    const parked = await eventually(async () => {
      const rows = await database.query<{ reason: string }>(
        'select reason from parked_message order by reason',
      );
      return rows.length >= 2 ? rows : null;
    });
    expect(parked.map(({ reason }) => reason)).toEqual(expect.arrayContaining(['schema', 'unreadable']));
    await eventually(() => published.filter((text) => text.includes(form.signUpId)).length >= 3);

    const tables = await database.query<{ name: string }>(
      "select table_name as name from information_schema.tables where table_schema = 'public'",
    );
    expect(tables.map(({ name }) => name)).toContain('parked_message');
    for (const { name } of tables) {
      const [row] = await database.query<{ text: string }>(
        `select coalesce(string_agg(t::text, ' '), '') as text from "${name}" t`,
      );
      expect([name, secrets.filter((secret) => row!.text.includes(secret))]).toEqual([name, []]);
    }
    const mine = published.filter((text) => secrets.some((secret) => text.includes(secret)));
    expect(mine).toEqual([]);
    expect(secrets.filter((secret) => service.output().includes(secret))).toEqual([]);
    expect(service.output()).not.toBe('');
  }, 60_000);

  it('describes itself, and refuses who has no token', async () => {
    const openApi = (await (await fetch(`${service.address}/openapi.json`)).json()) as { paths: object };
    expect(Object.keys(openApi.paths)).toEqual(
      expect.arrayContaining(['/v1/sign-ups', '/v1/sign-ups/{signUpId}', '/v1/memberships/{membershipId}']),
    );
    expect((await fetch(`${service.address}/v1/sign-ups/${randomUUID()}`)).status).toBe(401);
  });
});
