import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, testBrokers, testDatabaseServer } from '#libs/testing';
import { System } from '../../tools/long/kit/system.js';

const SIGN_UP_ID = '0193d0a4-6f3e-7c11-9a51-3f2f9f0b7a01';
const STARTED_MS = 240_000;
const FOUND_MS = 60_000;

const signUp = {
  signUpId: SIGN_UP_ID,
  submittedAt: '2024-12-16T09:30:00+07:00',
  channel: { kind: 'association', code: 'PKL-MANAHAN' },
  person: { nik: '3372051708900001', fullName: 'Sri Rahayu', birthDate: '1990-08-17', sex: 'male' },
  residence: '33.72.05.1011',
  segment: 'BPU',
  occupations: ['street-trader'],
  declaredIncome: 1_000_000,
  programmes: ['JKK', 'JKM'],
  startsOn: '2024-12-01',
  payer: { kind: 'self' },
  consent: { textVersion: '2024-1', givenAt: '2024-12-16T09:29:10+07:00' },
};

/** Sixteen thousand eight hundred rupiah: one month of both programmes on the lowest income. */
const payment = (paymentCode: string) => ({
  paymentId: 'BJTG-20241216-000171',
  gateway: 'bank-jateng',
  method: 'virtual-account',
  paymentCode,
  amount: 16_800,
  currency: 'IDR',
  settledAt: '2024-12-16T12:00:00+07:00',
  months: ['2024-12'],
  payer: { kind: 'self' },
});

describe('one person, from the sign-up to the figure, on Kafka and PostgreSQL in containers', () => {
  let system: System;

  const send = async (service: 'enrollment' | 'contribution', path: string, token: string, content: object) =>
    fetch(`${system.stack.services[service]}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(content),
    });
  const covered = async () =>
    (
      await system.ask<{ total: { persons: number } }>(
        'reporting',
        '/v1/coverage?region=33.72&asOf=2024-12-17',
      )
    ).total.persons;

  beforeAll(async () => {
    const env = { KAFKA_BROKERS: testBrokers().join(','), DATABASE_URL: testDatabaseServer() };
    system = await System.start(['--empty'], { env });
  }, STARTED_MS);
  afterAll(() => system?.remove(), 30_000);

  it('starts neither Kafka nor PostgreSQL by itself', () =>
    expect(Object.keys(system.stack.pids).toSorted()).toEqual([
      'claims',
      'contribution',
      'enrollment',
      'reporting',
    ]));

  it('counts nobody before', async () => expect(await covered()).toBe(0));

  it(
    'counts the person who signed up and paid',
    async () => {
      const channel = await system.token('channel', { channel: 'PKL-MANAHAN' });
      expect((await send('enrollment', '/v1/sign-ups', channel, signUp)).ok).toBe(true);
      const { paymentCode } = await eventually(async () => {
        const found = await system
          .ask<{ status: string; paymentCode: string }>('enrollment', `/v1/sign-ups/${SIGN_UP_ID}`, 'officer')
          .catch(() => null);
        return found?.status === 'accepted' && found;
      }, FOUND_MS);
      const gateway = await system.token('gateway', { gateway: 'bank-jateng' });
      expect((await send('contribution', '/v1/payments', gateway, payment(paymentCode))).ok).toBe(true);
      await eventually(async () => (await covered()) === 1, FOUND_MS);
    },
    FOUND_MS * 3,
  );

  it('balances its ledger', async () => {
    const proof = await system.ask<{ debits: number; credits: number; balanced: boolean }>(
      'contribution',
      '/v1/ledger/proof',
      'officer',
    );
    expect(proof).toMatchObject({ balanced: true, credits: proof.debits });
    expect(proof.debits).toBeGreaterThanOrEqual(16_800);
  });
});
