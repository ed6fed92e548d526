import { describe, expect, it } from '@jest/globals';
import { SignUpSubmitted, signUpSubmitted } from '#libs/contracts';
import { strictCheckOf } from './strict-schema.js';
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
