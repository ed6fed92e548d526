import { describe, expect, it } from '@jest/globals';
import { paymentSettled, SignUpSubmitted, signUpSubmitted } from '#libs/contracts';
import { strictCheckOf } from './strict-schema.js';
import { contentOf } from './pipes.js';
import { validated } from './validated.js';

const isSignUp = strictCheckOf(signUpSubmitted);
const example = signUpSubmitted.example;
const taken = (value: unknown) => {
  try {
    validated(SignUpSubmitted, value);
    return true;
  } catch {
    return false;
  }
};
const person = (changed: object) => ({ ...example, person: { ...example.person, ...changed } });

describe('the strict check', () => {
  it.each<[string, unknown]>([
    ['the example', example],
    [
      'without what is optional',
      { ...example, residence: undefined, eventCover: undefined, employer: undefined },
    ],
    ['with null for it', { ...example, residence: null, eventCover: null, employer: null }],
    [
      'with event cover',
      { ...example, eventCover: { name: 'Run', from: '2024-11-14', through: '2024-11-16' } },
    ],
  ])('takes a sign-up: %s', (_name, value) => {
    const json: unknown = JSON.parse(JSON.stringify(value));
    expect([isSignUp(json), taken(json)]).toEqual([true, true]);
  });

  it.each<[string, unknown]>([
    ['a field that nobody knows', { ...example, shoeSize: 41 }],
    ['one inside', person({ shoeSize: 41 })],
    ['a missing field', { ...example, segment: undefined }],
    ['a fraction of a rupiah', { ...example, declaredIncome: 0.5 }],
    ['a day that no calendar has', person({ birthDate: '1990-02-30' })],
    ['a NUL', person({ fullName: 'Sri\u0000' })],
    ['a list for an object', { ...example, payer: [] }],
    ['an object for a list', { ...example, programmes: { 0: 'JKK' } }],
    ['a programme twice', { ...example, programmes: ['JKK', 'JKK'] }],
    ['a list', [example]],
    ['nothing', null],
  ])('refuses, as the class does, %s', (_name, value) => {
    const json: unknown = JSON.parse(JSON.stringify(value));
    expect([isSignUp(json), taken(json)]).toEqual([false, false]);
  });

  it('refuses a field that reaches for a prototype', () => {
    const json: unknown = JSON.parse(JSON.stringify(example).replace('{', '{"__proto__":{"admin":true},'));
    expect([isSignUp(json), taken(json)]).toEqual([false, false]);
  });
});

describe('a body that is an event’s content', () => {
  const metadata = { type: 'body' } as const;
  const line = { paymentCode: '8888824000000017', months: ['2025-01'], amount: 16_800 };
  const ofSignUp = contentOf(signUpSubmitted);
  const ofPayment = contentOf(paymentSettled);
  const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
  const refusalOf = (take: () => unknown): unknown => {
    try {
      return take();
    } catch (error) {
      return (error as { body: unknown }).body;
    }
  };

  it.each<[string, object]>([
    ['the example', paymentSettled.example],
    ['without what is optional', { ...paymentSettled.example, nik: undefined, lines: undefined }],
    ['with lines', { ...paymentSettled.example, paymentCode: null, months: null, lines: [line, line] }],
  ])('is a payment, as its class makes it: %s', (_name, value) => {
    const taken = ofPayment.transform(json(value), metadata);
    expect(json(taken)).toEqual(json(validated(paymentSettled.payload, json(value))));
  });

  it('is a sign-up, as its class makes it', () =>
    expect(json(ofSignUp.transform(json(example), metadata))).toEqual(
      json(validated(SignUpSubmitted, json(example))),
    ));

  it.each<[string, object]>([
    ['an amount as text', { ...paymentSettled.example, amount: '16800' }],
    ['a field that nobody knows in a line', { ...paymentSettled.example, lines: [{ ...line, tip: 1 }] }],
    ['no line', { ...paymentSettled.example, lines: [] }],
  ])('is refused as the class refuses it, field by field: %s', (_name, value) => {
    const refused = refusalOf(() => validated(paymentSettled.payload, json(value)));
    expect(refused).toHaveProperty('fields');
    expect(refusalOf(() => ofPayment.transform(json(value), metadata))).toEqual(refused);
  });
});
