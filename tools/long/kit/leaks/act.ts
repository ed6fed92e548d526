import { randomUUID } from 'node:crypto';
import { paymentSettled, signUpSubmitted } from '#libs/contracts';
import { connectKafka, type OutgoingMessage } from '#libs/messaging';
import { eventually, outgoing } from '#libs/testing';
import type { System } from '../system.js';
import { parkedIn } from '../plant-poison.js';
import { signUpOf, type Canary } from './people.js';
import type { Answers } from './told.js';

const SETTLED_MS = 60_000;

interface Tokens {
  readonly channel: string;
  readonly officer: string;
  readonly privacyOfficer: string;
  readonly gateway: string;
  readonly analyst: string;
}

/** A wage is what contributions are worked out of, and published as such: so it cannot be told from a leak. */
const WAGE = 5_000_000;
const CHANNEL = signUpSubmitted.example.channel.code;

const tokensOf = async (system: System): Promise<Tokens> => ({
  channel: await system.token('channel', { channel: CHANNEL }),
  officer: await system.token('officer'),
  privacyOfficer: await system.token('privacy-officer'),
  gateway: await system.token('gateway', { gateway: paymentSettled.example.gateway }),
  analyst: await system.token('analyst'),
});

const paymentOf = (nik: string, changed: object = {}) => ({
  ...paymentSettled.example,
  paymentId: randomUUID(),
  paymentCode: null,
  nik,
  ...changed,
});

/** Good messages about the person, and such as no service can read, all over. */
const messagesAbout = (one: Canary): readonly OutgoingMessage[] => {
  const { nik, fullName } = one.person;
  const good = outgoing(signUpSubmitted, signUpOf(one));
  const { segment: _, ...incomplete } = signUpOf(one);
  const named = { ...good.headers, ce_id: nik, ce_correlationid: nik, ce_source: `/channels/${nik}` };
  const payment = outgoing(paymentSettled, paymentOf(nik));
  return [
    good,
    { ...outgoing(signUpSubmitted, signUpOf(one)), headers: { ...named, traceparent: nik } },
    { ...good, key: randomUUID(), value: JSON.stringify(incomplete) },
    { ...good, key: randomUUID(), value: `{"person":{"nik":"${nik}","fullName":"${fullName}"` },
    { ...good, key: nik, value: `${nik} ${fullName}` },
    { ...outgoing(signUpSubmitted, signUpOf(one)), key: nik },
    { ...good, key: randomUUID(), headers: { ...good.headers, ce_type: `id.cakupan.${nik}` } },
    outgoing(signUpSubmitted, signUpOf(one, { programmes: ['JP'] })),
    payment,
    { ...payment, key: randomUUID(), value: JSON.stringify(paymentOf(nik, { amount: -1 })) },
    { ...payment, key: randomUUID(), value: `nik=${nik}` },
    { ...payment, key: nik, value: `nik=${nik}` },
    { ...outgoing(paymentSettled, paymentOf(nik)), key: nik },
  ];
};

/** Over the topics: waits until all that can be answered was, and the rest is parked. */
export const overTopics = async (system: System, people: readonly Canary[]): Promise<void> => {
  const kafka = connectKafka({ brokers: [...system.stack.kafka], clientId: 'cakupan-leaks' });
  try {
    const producer = await kafka.producer();
    await producer.send(people.flatMap(messagesAbout));
    for (const service of ['enrollment', 'contribution'] as const)
      await eventually(async () => (await parkedIn(system, service)).length >= 2, SETTLED_MS);
  } finally {
    await kafka.close();
  }
};

/** A file with good rows and bad ones. */
const fileOf = (one: Canary): string => {
  const { nik, fullName } = one.person;
  const rows = [
    JSON.stringify(signUpOf(one, { segment: 'BPU' })),
    JSON.stringify({ ...signUpOf(one), [nik]: fullName }),
    JSON.stringify({ ...signUpOf(one), signUpId: nik }),
    `{"nik":"${nik}`,
    `${nik};${fullName}`,
  ];
  return `${rows.join('\n')}\n`;
};

const signUpsOverHttp = async (answers: Answers, { channel }: Tokens, one: Canary): Promise<void> => {
  const { nik, fullName } = one.person;
  const send = (body: unknown, path = '/v1/sign-ups') =>
    answers.ask({
      service: 'enrollment',
      method: 'POST',
      path,
      token: channel,
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const form = signUpOf(one, {
    segment: 'JAKON',
    declaredIncome: WAGE,
    employer: { code: 'J-1', name: 'Proyek' },
  });
  await send(form, '/v1/sign-ups?dryRun=true');
  await send(form);
  await send({ ...form, residence: null });
  await send({ ...form, signUpId: nik });
  await send({ ...form, [nik]: fullName, person: { ...form.person, [fullName]: nik } });
  await send({ ...form, person: { ...form.person, sex: fullName, birthDate: nik } });
  await send({ ...form, declaredIncome: `${one.declaredIncome}` });
  await send(`{"person":{"nik":"${nik}"`);
  await send(signUpOf(one, { programmes: ['JP'], segment: 'PMI' }));
  for (const [type, body] of [
    ['application/x-ndjson', fileOf(one)],
    ['text/csv', `signUpId,${nik}\n1,2\n`],
    ['text/csv', `signUpId,person.nik\n${nik},${nik}\n${fullName},"${nik}\n`],
  ] as const)
    await answers.ask({
      service: 'enrollment',
      method: 'POST',
      path: '/v1/sign-up-batches',
      token: channel,
      type,
      body,
    });
};

/** Addresses that bear what they must not. */
const strayAddresses = async (answers: Answers, tokens: Tokens, { person }: Canary): Promise<void> => {
  const nik = encodeURIComponent(person.nik);
  const name = encodeURIComponent(person.fullName);
  const get = (
    service: 'enrollment' | 'contribution' | 'claims' | 'reporting',
    path: string,
    token: string,
  ) => answers.ask({ service, method: 'GET', path, token });
  for (const path of [`sign-ups/${nik}`, `memberships/${nik}`, `channels/${nik}`, `${nik}/${name}`])
    await get('enrollment', `/v1/${path}?name=${name}&limit=${nik}`, tokens.officer);
  await get('contribution', `/v1/bills/${nik}?through=${name}`, tokens.officer);
  await get('contribution', `/v1/payments/${name}/${nik}`, tokens.gateway);
  await get('claims', `/v1/claims/${nik}?after=${name}`, tokens.officer);
  await get('reporting', `/v1/coverage?region=${nik}&by=${name}`, tokens.analyst);
};

const paymentsOverHttp = async (answers: Answers, { gateway }: Tokens, one: Canary): Promise<void> => {
  const { nik, fullName } = one.person;
  for (const body of [
    paymentOf(nik, { gateway: paymentSettled.example.gateway }),
    paymentOf(nik, { amount: 7 }),
    paymentOf(nik, { [nik]: 1, method: fullName }),
    paymentOf(nik, { lines: [{ paymentCode: nik, months: [fullName], amount: 1 }] }),
  ])
    await answers.ask({
      service: 'contribution',
      method: 'POST',
      path: '/v1/payments',
      token: gateway,
      body: JSON.stringify(body),
    });
};

/** What those do who may know: they find the person, compare names, are shown the data, and erase it. */
const byTheEntitled = async (
  answers: Answers,
  { officer, privacyOfficer }: Tokens,
  { person }: Canary,
): Promise<void> => {
  const post = (path: string, token: string, body: object) =>
    answers.ask({ service: 'enrollment', method: 'POST', path, token, body: JSON.stringify(body) });
  const found = await post('/v1/person-look-ups', officer, { nik: person.nik });
  const path = `/v1/persons/${String(found['personId'])}`;
  await answers.ask(
    { service: 'enrollment', method: 'GET', path: `${path}/data`, token: privacyOfficer },
    'all',
  );
  await answers.ask({ service: 'enrollment', method: 'GET', path: `${path}/data`, token: officer });
  await post(`${path}/merge`, officer, { into: randomUUID() });
  await post(`${path}/erasure`, privacyOfficer, {});
};

/** Over HTTP, rightly and wrongly, all that can be said of people. The last of them is erased. */
export const overHttp = async (
  system: System,
  answers: Answers,
  people: readonly Canary[],
): Promise<void> => {
  const tokens = await tokensOf(system);
  for (const one of people) {
    await signUpsOverHttp(answers, tokens, one);
    await paymentsOverHttp(answers, tokens, one);
    await strayAddresses(answers, tokens, one);
  }
  await byTheEntitled(answers, tokens, people.at(-1)!);
};
