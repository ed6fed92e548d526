import { randomUUID } from 'node:crypto';
import { claimsTopic, contributionPaid, memberRegistered } from '#libs/contracts';
import { createHttpApp } from '#libs/http';
import { StoryClock } from '#libs/kernel';
import { connectKafka, KafkaTransport } from '#libs/messaging';
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
import { claimsModule } from '../src/claims.module.js';
import { newMember } from './support.js';

const brokers = testBrokers();
const databaseUrl = freshDatabaseUrl('claims_service');
const kafka = connectKafka({ brokers, clientId: 'claims-service-test' });
let tokens: TokenIssuer;
let app: NestFastifyApplication;

beforeAll(async () => {
  tokens = await openIssuer();
  await beginBehind(brokers, { consumer: 'claims', databaseUrl });
  const clock = new StoryClock('2024-12-17');
  const module = claimsModule({
    brokers,
    databaseUrl,
    host: '127.0.0.1',
    port: 0,
    clock,
    issuer: undefined,
    dataFolder: tokens.dataFolder,
    logLevel: 'silent',
  });
  app = await createHttpApp(module, { title: 'claims' });
  app.connectMicroservice({ strategy: app.get(KafkaTransport) });
  await app.startAllMicroservices();
  await app.init();
}, 60_000);
afterAll(async () => {
  await app.close();
  await kafka.close();
  await dropDatabase(databaseUrl);
  await tokens.close();
}, 30_000);

it('hears of cover from two topics and tells a third what is claimed', async () => {
  const member = newMember();
  const claimId = randomUUID();
  const producer = await kafka.producer();
  const contribution = { ...member, months: ['2024-11'], from: '2024-11-01', through: '2024-11-30' };
  await producer.send([outgoing(contributionPaid, contribution), outgoing(memberRegistered, member)]);

  const authorization = `Bearer ${await tokens.of(['adjuster'])}`;
  const claim = { claimId, ...member, programme: 'JKK', benefit: 'accident-care', occurredOn: '2024-11-20' };
  const headers = { authorization, 'cakupan-story-time': '2024-11-25T09:00:00+07:00' };
  const submit = () => app.inject({ method: 'POST', url: '/v1/claims', headers, payload: claim });
  const check = () => app.inject({ method: 'POST', url: `/v1/claims/${claimId}/check`, headers });
  await eventually(async () => (await submit()).statusCode === 201);
  await eventually(async () => (await check()).json<{ check: { cover: unknown } }>().check.cover);

  const heard: { key: string; time: string; sequence: string; data: unknown }[] = [];
  await kafka.consume({
    groupId: `claims-service-test-${claimId}`,
    topics: [claimsTopic.name],
    positions: async (assigned) => assigned.map(() => 0n),
    receive: ({ messages }) =>
      messages.forEach(({ key, value, headers: { ce_subject, ce_time, ce_sequence } }) => {
        if (String(ce_subject) !== `claim/${claimId}`) return;
        const data = JSON.parse(String(value)) as unknown;
        heard.push({ key: String(key), time: String(ce_time), sequence: String(ce_sequence), data });
      }),
    failed: () => undefined,
  });
  await eventually(() => heard.length > 0);
  expect(heard).toEqual([
    {
      key: member.personId,
      time: '2024-11-25T02:00:00.000Z',
      sequence: '1',
      data: { ...claim, submittedAt: '2024-11-25T02:00:00.000Z', residence: '33.72.05.1011' },
    },
  ]);
}, 60_000);

it('is ready when it has read what there is', async () => {
  await eventually(async () => (await app.inject('/health/ready')).statusCode === 200);
  const { probes } = (await app.inject('/health/ready')).json<{ probes: { name: string }[] }>();
  expect(probes.map(({ name }) => name)).toEqual(['consumer', 'relay', 'parked']);
});
