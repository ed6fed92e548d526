import { randomUUID } from 'node:crypto';
import { memberRegistered, paymentSettled } from '#libs/contracts';
import { createHttpApp, findRoutesWithoutRule } from '#libs/http';
import { StoryClock } from '#libs/kernel';
import { connectKafka, KafkaTransport, type Producer } from '#libs/messaging';
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
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { JWTPayload } from 'jose';
import { contributionModule } from '../src/contribution.module.js';
import { newMember, newPayment, secret } from './support.js';

const brokers = testBrokers();
const databaseUrl = freshDatabaseUrl('contribution_parked');
const kafka = connectKafka({ brokers, clientId: `contribution-parked-${randomUUID()}` });
/** The topics are shared with other tests; nobody else has these names. */
const [own, other] = [`own-${randomUUID()}`, `other-${randomUUID()}`];
let tokens: TokenIssuer;
let app: NestFastifyApplication;
let producer: Producer;

beforeAll(async () => {
  tokens = await openIssuer();
  await beginBehind(brokers, { consumer: 'contribution', databaseUrl });
  const module = contributionModule({
    brokers,
    databaseUrl,
    host: '127.0.0.1',
    port: 0,
    clock: new StoryClock('2024-12-17'),
    issuer: undefined,
    dataFolder: tokens.dataFolder,
    logLevel: 'silent',
    nikTokenKey: secret,
    nikVaultKey: secret,
  });
  app = await createHttpApp(module, { title: 'contribution' });
  app.connectMicroservice({ strategy: app.get(KafkaTransport) });
  await app.startAllMicroservices();
  await app.init();
  producer = await kafka.producer();
}, 60_000);
afterAll(async () => {
  await app.close();
  await kafka.close();
  await dropDatabase(databaseUrl);
  await tokens.close();
}, 30_000);

interface Listed {
  readonly id: string;
  readonly key: string;
  readonly reason: string;
}

const ask = async (claims: JWTPayload, method: 'GET' | 'POST', url: string, payload?: object) => {
  const headers = { authorization: `Bearer ${await tokens.sign(claims)}` };
  const answer = await app.inject({ method, url, headers, ...(payload && { payload }) });
  return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() };
};
const gateway = (name: string) => ({ roles: ['gateway'], gateway: name });
const mineOf = async (name: string) => {
  const { body } = await ask(gateway(name), 'GET', '/v1/parked?mine=true&limit=1000');
  return body['items'] as Listed[];
};

/** A payment as it lies in the log; what is said of the amount may be nonsense. */
const sentBy = (name: string, { amount = 16_800 as unknown, source = '/test', value = '' } = {}) => {
  const payment = newPayment({ gateway: name, paymentCode: `nobody-${randomUUID()}` });
  const message = outgoing(paymentSettled, payment);
  return {
    ...message,
    key: payment.paymentId,
    value: value || JSON.stringify({ ...payment, amount }),
    headers: { ...message.headers, ce_source: source },
  };
};

describe('what was set aside, to the gateway that sent it', () => {
  it('lists its own by what the content says, else by its source, and never those of others', async () => {
    const readable = sentBy(own, { amount: '16800', source: `/gateways/${other}` });
    const unreadable = sentBy(own, { value: '{', source: `/gateways/${own}` });
    const others = sentBy(other, { amount: 0.5 });
    await producer.send([readable, unreadable, others]);
    await eventually(
      async () => (await mineOf(own)).length >= 2 && (await mineOf(other)).length >= 1,
      40_000,
    );
    const seen = (list: Listed[]) => list.map(({ key, reason }) => `${key} ${reason}`).sort();
    expect(seen(await mineOf(own))).toEqual(
      [`${readable.key} schema`, `${unreadable.key} unreadable`].sort(),
    );
    expect(seen(await mineOf(other))).toEqual([`${others.key} schema`]);
    const [{ id } = { id: '' }] = await mineOf(own);
    for (const claims of [gateway(own), { roles: ['channel'], channel: own }, { roles: ['officer'] }]) {
      expect((await ask(claims, 'GET', '/v1/parked')).status).toBe(403);
      expect((await ask(claims, 'GET', `/v1/parked/${id}`)).status).toBe(403);
      expect((await ask(claims, 'POST', `/v1/parked/${id}/retry`, {})).status).toBe(403);
    }
    const channel = { roles: ['channel'], channel: own };
    expect((await ask(channel, 'GET', '/v1/parked?mine=true')).status).toBe(403);
    expect(findRoutesWithoutRule(app)).toEqual([]);
  }, 60_000);

  it('is taken like any other once its amount was corrected', async () => {
    const wrong = sentBy(own, { amount: '16800' });
    await producer.send([wrong]);
    const parked = await eventually(
      async () => (await mineOf(own)).find(({ key }) => key === wrong.key),
      40_000,
    );
    const value = wrong.value.replace('"16800"', '16800');
    const answer = await ask({ roles: ['operator'] }, 'POST', `/v1/parked/${parked.id}/retry`, { value });
    expect(answer.body).toMatchObject({ status: 'retried' });
    expect((await ask(gateway(own), 'GET', `/v1/payments/${own}/${wrong.key}`)).body).toMatchObject({
      status: 'unmatched',
    });
  }, 60_000);
});

it('shows an event of another service to no gateway', async () => {
  const member = newMember({});
  const message = outgoing(memberRegistered, member);
  const headers = { ...message.headers, ce_source: `/gateways/${own}` };
  await producer.send([
    { ...message, headers, value: JSON.stringify({ ...member, gateway: own, segment: 'X' }) },
  ]);
  const listed = async () => {
    const { body } = await ask({ roles: ['operator'] }, 'GET', '/v1/parked?limit=1000');
    return (body['items'] as Listed[]).find(({ key }) => key === member.personId);
  };
  expect(await eventually(listed, 40_000)).toMatchObject({ reason: 'schema' });
  expect((await mineOf(own)).map(({ key }) => key)).not.toContain(member.personId);
}, 60_000);
