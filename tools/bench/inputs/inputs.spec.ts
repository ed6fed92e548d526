import { describe, expect, it } from '@jest/globals';
import { eventByType } from '#libs/contracts';
import type { OutgoingMessage } from '#libs/messaging';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { factMessages } from './facts.js';
import { GATEWAY, paymentMessage, priceOf } from './payments.js';
import { levelsOf, VILLAGES } from './places.js';
import { signUpIdOf, signUpMessages, signUpOf } from './sign-ups.js';

const SEED = 7;
const PERSONS = 20_000;

describe('sign-ups', () => {
  const forms = Array.from({ length: PERSONS }, (_, number) => signUpOf(SEED, number));

  it('are of distinct persons, under ids of their own', () => {
    expect(new Set(forms.map(({ person }) => person.nik)).size).toBe(PERSONS);
    expect(new Set(forms.map(({ signUpId }) => signUpId)).size).toBe(PERSONS);
    expect(forms[123]!.signUpId).toBe(signUpIdOf(SEED, 123));
  });

  it('are of people in five hundred villages', () => {
    expect(VILLAGES).toHaveLength(500);
    expect(new Set(forms.map(({ residence }) => residence)).size).toBe(500);
    expect(levelsOf('33.72.05.1011')).toEqual(['33.72.05.1011', '33.72.05', '33.72', '33', 'ID']);
  });

  it('lie under their id on the topic, with consent given in time', () => {
    const [message] = [
      ...signUpMessages(SEED, 1, { submittedAt: '2026-03-01T08:00:00+07:00', startsOn: '2026-03-01' }),
    ];
    const form = JSON.parse(String(message!.value)) as (typeof forms)[number];
    expect(message!.key).toBe(form.signUpId);
    expect(form).toMatchObject({ startsOn: '2026-03-01', submittedAt: form.consent.givenAt });
  });
});

describe('payments', () => {
  it('cost what the months of the declared income cost', () => {
    expect(priceOf(SEED, 0, 1)).toBe(16_800);
    expect(priceOf(SEED, 0, 2)).toBe(33_600);
  });

  it('lie under the payment code', () => {
    const months = ['2028-01'];
    const payment = {
      person: 0,
      paymentCode: '8888825000000001',
      months,
      settledAt: '2025-02-03T10:00:00+07:00',
    };
    const message = paymentMessage(SEED, payment);
    expect(message.key).toBe('8888825000000001');
    expect(JSON.parse(String(message.value))).toMatchObject({ gateway: GATEWAY, amount: 16_800, months });
  });
});

describe('every message', () => {
  const payment = {
    person: 5,
    paymentCode: '88888',
    months: ['2028-01'],
    settledAt: '2025-02-03T10:00:00+07:00',
  };
  const messages: OutgoingMessage[] = [
    ...factMessages(SEED, 60),
    ...signUpMessages(SEED, 60),
    paymentMessage(SEED, payment),
  ];

  it('says what its contract says, under its key, on its topic', () => {
    for (const { topic, key, value, headers } of messages) {
      const contract = eventByType(headers['ce_type']!)!;
      const data = plainToInstance(contract.payload, JSON.parse(String(value)) as object);
      expect(validateSync(data)).toEqual([]);
      expect([topic, key]).toEqual([contract.topic.name, contract.key(data)]);
    }
  });
});
