import { randomUUID } from 'node:crypto';
import {
  contributionsTopic,
  memberRegistered,
  paymentIdentityRecorded,
  paymentResultsTopic,
  paymentReversed,
  paymentSettled,
  registerEntryRecorded,
  type PaymentSettled,
} from '#libs/contracts';
import { createHttpApp } from '#libs/http';
import { StoryClock } from '#libs/kernel';
import { connectKafka, KafkaTransport, ParkedCipher, type Producer } from '#libs/messaging';
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
import { contributionModule } from '../src/contribution.module.js';
import { newMember, newPayment, nikTokenOf, secret } from './support.js';

const brokers = testBrokers();
const databaseUrl = freshDatabaseUrl('contribution_service');
const kafka = connectKafka({ brokers, clientId: 'contribution-service-test' });
let tokens: TokenIssuer;
let app: NestFastifyApplication;
let producer: Producer;
const heard: { type: string; subject: string; key: string; time: string; sequence: string }[] = [];

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
  await kafka.consume({
    groupId: `contribution-service-test-${randomUUID()}`,
    topics: [contributionsTopic.name, paymentResultsTopic.name],
    positions: async (assigned) => assigned.map(() => 0n),
    receive: ({ messages }) =>
      messages.forEach(({ key, headers }) =>
        heard.push({
          type: String(headers['ce_type']).replace('id.cakupan.contribution.', ''),
          subject: String(headers['ce_subject']),
          key: String(key),
          time: String(headers['ce_time']),
          sequence: String(headers['ce_sequence']),
        }),
      ),
    failed: () => undefined,
  });
}, 60_000);
afterAll(async () => {
  await app.close();
  await kafka.close();
  await dropDatabase(databaseUrl);
  await tokens.close();
}, 30_000);

const about = (subject: string) => heard.filter((one) => one.subject === subject);
const keyOf = ({ gateway, paymentId }: PaymentSettled) => ({ gateway, paymentId });
const cipher = new ParkedCipher({ sealing: secret, tokens: secret });
/** The topics are shared with other tests: what was parked of this key alone. */
const parkedOf = (key: string) =>
  app
    .get(Database)
    .query<{ reason: string; encrypted: boolean }>(
      'select reason, encrypted from parked_message where topic = $1 and key_token = $2',
      [paymentSettled.topic.name, cipher.tokenOf(Buffer.from(key))],
    );
const at = (recordedAt: string) => ({ recordedAt });

it('hears of members, identities and payments in any order, and tells what was paid', async () => {
  const member = newMember({ startsOn: '2024-06-01' });
  const nik = `33${Date.now()}7`;
  const { membershipId, personId, paymentCode } = member;
  const [byCode, byNik] = [newPayment({ paymentCode }), newPayment({ paymentCode: null, nik })];
  await producer.send([
    outgoing(paymentSettled, byCode, at('2024-06-10T03:00:00.000Z')),
    outgoing(paymentSettled, byNik, at('2024-06-11T03:00:00.000Z')),
  ]);
  const resultsOf = ({ paymentId }: { paymentId: string }) => about(`payment/bank-jateng/${paymentId}`);
  await eventually(() => resultsOf(byCode).length + resultsOf(byNik).length === 2);
  await producer.send([
    outgoing(registerEntryRecorded, { code: `CH-${randomUUID()}` }),
    outgoing(paymentIdentityRecorded, { membershipId, personId, paymentCode, nikToken: nikTokenOf(nik) }),
    outgoing(memberRegistered, member, at('2024-06-01T03:00:00.000Z')),
  ]);
  await eventually(() => resultsOf(byCode).length + resultsOf(byNik).length === 4);
  await producer.send([
    outgoing(paymentReversed, { ...keyOf(byCode), reason: 'paid-twice' }, at('2024-06-12T03:00:00.000Z')),
  ]);
  await eventually(() => about(`membership/${membershipId}`).length === 3);
  expect(about(`membership/${membershipId}`).map(({ type, key, sequence }) => [type, key, sequence])).toEqual(
    [
      ['contribution-paid.v1', personId, '1'],
      ['contribution-paid.v1', personId, '2'],
      ['contribution-reversed.v1', personId, '3'],
    ],
  );
  expect(resultsOf(byCode)).toMatchObject([
    { type: 'payment-unmatched.v1', key: byCode.paymentId, sequence: '1', time: '2024-06-10T03:00:00.000Z' },
    { type: 'payment-accepted.v1', sequence: '2' },
  ]);
}, 60_000);

it('parks a reversal of a line that its payment does not have, and nothing else', async () => {
  const payment = newPayment({ paymentCode: `nobody-${randomUUID()}` });
  const reversal = { ...keyOf(payment), lines: [7] };
  await producer.send([{ ...outgoing(paymentSettled, payment), key: payment.paymentId }]);
  await eventually(() => about(`payment/bank-jateng/${payment.paymentId}`).length === 1);
  await producer.send([outgoing(paymentReversed, reversal)]);
  const parked = () => parkedOf(payment.paymentId);
  await eventually(async () => (await parked()).length > 0);
  expect(await parked()).toEqual([{ reason: 'line-unknown', encrypted: true }]);
}, 60_000);

it('is ready when it has read what there is', async () => {
  await eventually(async () => (await app.inject('/health/ready')).statusCode === 200);
  const { probes } = (await app.inject('/health/ready')).json<{ probes: { name: string }[] }>();
  expect(probes.map(({ name }) => name)).toEqual(['consumer', 'relay', 'parked']);
});
