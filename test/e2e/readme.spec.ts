import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '#libs/testing';
import { examplesOf, readmeRunner } from './readme.js';
import { System } from '../../tools/long/kit/system.js';

interface SignUp {
  status: string;
  paymentCode: string;
}
interface Payment {
  status: string;
}

const WAYS = [
  {
    way: 'curl',
    signUpId: '0193d0a4-6f3e-7c11-9a51-3f2f9f0b7a01',
    payment: 'bank-jateng/BJTG-20241216-000171',
  },
  {
    way: 'python',
    signUpId: '0193d0a4-6f3e-7c11-9a51-3f2f9f0b7a02',
    payment: 'qris-hub/QRIS-20241216-000002',
  },
  { way: 'console', signUpId: '0193d0a4-6f3e-7c11-9a51-3f2f9f0b7a03', payment: 'outlet/OUT-20241216-000003' },
];

describe('the examples of the README, on a fresh system', () => {
  let system: System;
  let run: Awaited<ReturnType<typeof readmeRunner>>;
  let examples: Awaited<ReturnType<typeof examplesOf>>;

  beforeAll(async () => {
    system = await System.start(['--empty']);
    run = await readmeRunner(system);
    examples = await examplesOf('README.md');
  }, 240_000);
  afterAll(() => system.remove(), 30_000);

  it('are a sign-up, a payment and a figure, in three languages each, and where Kafka is', () =>
    expect([...examples.keys()].toSorted()).toEqual(
      [
        'kafka address',
        ...WAYS.flatMap(({ way }) => [`${way} figure`, `${way} payment`, `${way} sign-up`]),
      ].toSorted(),
    ));

  it('tell where Kafka is', async () => {
    const { language, code } = examples.get('kafka address')!;
    const told = await run({ language, code: `${code}printf %s "$KAFKA"` }, { KAFKA: 'elsewhere:1' });
    expect(told).toBe(system.stack.kafka[0]);
  });

  it.each(WAYS)(
    'sign somebody up and pay with $way',
    async ({ way, signUpId, payment }) => {
      await run(examples.get(`${way} sign-up`)!);
      const accepted = await eventually(async () => {
        const signUp = await system
          .ask<SignUp>('enrollment', `/v1/sign-ups/${signUpId}`, 'officer')
          .catch(() => null);
        return signUp?.status === 'accepted' && signUp;
      });
      await run(examples.get(`${way} payment`)!, { PAYMENT_CODE: accepted.paymentCode });
      await eventually(async () => {
        const paid = await system
          .ask<Payment>('contribution', `/v1/payments/${payment}`, 'officer')
          .catch(() => null);
        return paid?.status === 'accepted';
      });
    },
    120_000,
  );

  it('read the figure to which that leads', async () => {
    const figure = () => run(examples.get('curl figure')!).then((text) => JSON.parse(text).rows[0].persons);
    await eventually(async () => (await figure()) === WAYS.length);
    const districts = await run(examples.get('python figure')!);
    expect(districts.trim().split('\n')).toHaveLength(5);
    expect(await run(examples.get('console figure')!)).toContain('"asOf"');
  }, 180_000);
});
