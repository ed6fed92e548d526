import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { JWTPayload } from 'jose';
import { signUpSubmitted } from '#libs/contracts';
import { createHttpApp, findRoutesWithoutRule } from '#libs/http';
import { StoryClock } from '#libs/kernel';
import { connectKafka, KafkaTransport, type Producer } from '#libs/messaging';
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
import { enrollment } from '../src/enrollment.module.js';
import { eventsOf, newNik, secret, signUp } from './support.js';

const brokers = testBrokers();
const databaseUrl = freshDatabaseUrl('enrollment_parked');
const kafka = connectKafka({ brokers, clientId: `enrollment-parked-${randomUUID()}` });
/** The topic is shared with other tests; nobody else has these codes. */
const [own, other] = [`OWN-${randomUUID()}`, `OTHER-${randomUUID()}`];
let issuer: TokenIssuer;
let app: NestFastifyApplication;
let producer: Producer;

beforeAll(async () => {
  await beginBehind(brokers, { consumer: 'enrollment', databaseUrl });
  issuer = await openIssuer();
  const module = enrollment({
    brokers,
    databaseUrl,
    host: '127.0.0.1',
    port: 0,
    clock: new StoryClock('2024-12-17'),
    issuer: undefined,
    dataFolder: issuer.dataFolder,
    logLevel: 'silent',
    nikTokenKey: secret,
    nikVaultKey: secret,
  });
  app = await createHttpApp(module, { title: 'enrollment' });
  app.connectMicroservice({ strategy: app.get(KafkaTransport) });
  await app.startAllMicroservices();
  await app.init();
  producer = await kafka.producer();
}, 60_000);
afterAll(async () => {
  await app.close();
  await kafka.close();
  await dropDatabase(databaseUrl);
  await issuer.close();
}, 30_000);

interface Listed {
  readonly id: string;
  readonly key: string;
  readonly reason: string;
}

const ask = async (claims: JWTPayload, method: 'GET' | 'POST', path: string, payload?: object) => {
  const headers = { authorization: `Bearer ${await issuer.sign(claims)}` };
  const answer = await app.inject({ method, url: `/v1/parked${path}`, headers, ...(payload && { payload }) });
  return { status: answer.statusCode, text: answer.body, body: answer.json<Record<string, unknown>>() };
};
const operator = { roles: ['operator'] };
const channel = (code: string) => ({ roles: ['channel'], channel: code });
const mineOf = async (code: string) => {
  const { body } = await ask(channel(code), 'GET', '?mine=true&limit=1000');
  return body['items'] as Listed[];
};

/** A sign-up of a channel, as it lies in the log; its value, where given, is another. */
const sentBy = (code: string, { value = '', source = '/test', nik = newNik() } = {}) => {
  const form = signUp({ channel: { kind: 'kiosk', code }, person: { nik } });
  const message = outgoing(signUpSubmitted, form);
  return {
    form,
    message: {
      ...message,
      value: value || message.value,
      headers: { ...message.headers, ce_source: source },
    },
  };
};

describe('what was set aside, to the channel that sent it', () => {
  it('lists its own by what the content says, else by its source, and never those of others', async () => {
    const { segment: _, ...incomplete } = signUp({ channel: { kind: 'kiosk', code: own } });
    const readable = sentBy(own, { value: JSON.stringify(incomplete), source: `/channels/${other}` });
    const unreadable = sentBy(own, { value: '{', source: `/channels/${own}` });
    const others = sentBy(other, { value: '{', source: `/channels/${other}` });
    const behind = sentBy(other);
    behind.message.key = unreadable.form.signUpId;
    await producer.send([readable, unreadable, others, behind].map(({ message }) => message));
    await eventually(
      async () => (await mineOf(own)).length >= 2 && (await mineOf(other)).length >= 2,
      40_000,
    );
    const keys = (list: Listed[]) => list.map(({ key, reason }) => `${key} ${reason}`).sort();
    expect(keys(await mineOf(own))).toEqual(
      [`${readable.form.signUpId} schema`, `${unreadable.form.signUpId} unreadable`].sort(),
    );
    expect(keys(await mineOf(other))).toEqual(
      [`${others.form.signUpId} unreadable`, `${unreadable.form.signUpId} behind-parked`].sort(),
    );
    expect(Object.keys((await mineOf(own))[0]!).sort()).toEqual(
      ['detail', 'id', 'key', 'offset', 'parkedAt', 'partition', 'reason', 'topic'].sort(),
    );
    expect(await mineOf(`${own}-x`)).toEqual([]);
  }, 60_000);

  it('is all that a channel may do; a gateway may do nothing', async () => {
    const [{ id } = { id: '' }] = await mineOf(own);
    const gateway = { roles: ['gateway'], gateway: own };
    for (const claims of [channel(own), gateway, { roles: ['officer'] }]) {
      expect((await ask(claims, 'GET', '')).status).toBe(403);
      expect((await ask(claims, 'GET', `/${id}`)).status).toBe(403);
      expect((await ask(claims, 'POST', `/${id}/retry`, {})).status).toBe(403);
      expect((await ask(claims, 'POST', `/${id}/discard`, { reason: 'mine' })).status).toBe(403);
    }
    expect((await ask(gateway, 'GET', '?mine=true')).status).toBe(403);
    expect((await ask({ roles: ['channel'] }, 'GET', '?mine=true')).status).toBe(403);
    expect(findRoutesWithoutRule(app)).toEqual([]);
  }, 60_000);
});

describe('a sign-up that cannot be read', () => {
  it('is corrected without being seen whole, and answered like any other', async () => {
    const code = `BROKEN-${randomUUID()}`;
    const nik = newNik();
    const { form, message } = sentBy(code, { nik, source: `/channels/${code}` });
    await producer.send([{ ...message, value: String(message.value).replace(/}$/, '') }]);
    const [parked] = await eventually(async () => {
      const mine = await mineOf(code);
      return mine.length > 0 ? mine : null;
    }, 40_000);
    const shown = await ask(operator, 'GET', `/${parked!.id}`);
    expect(shown.text).not.toContain(nik);
    const { value } = shown.body['content'] as { value: string };
    expect(value).toContain('"nik":"[nik-1]"');
    const again = await ask(operator, 'POST', `/${parked!.id}/retry`, {
      value: `${value}}`,
      reason: `a brace was missing for ${nik}`,
    });
    expect(again.body).toMatchObject({ status: 'retried', reason: null, followed: 0 });
    const database = app.get(Database);
    const [event] = await eventsOf(database, `sign-up/${form.signUpId}`);
    expect(event).toMatchObject({ type: 'sign-up-accepted.v1', data: { outcome: 'registered' } });
    expect(await mineOf(code)).toEqual([]);
    const [row] = await database.query<{ text: string }>(
      'select t::text as text from parked_message t where id = $1',
      [parked!.id],
    );
    expect(row!.text).not.toContain(nik);
  }, 60_000);
});
