import { describe, expect, it } from '@jest/globals';
import * as contracts from './index.js';
import { allEvents, allTopics, eventByType, eventsOn, jsonSchemaOf, membersTopic } from './index.js';
import { paymentReversed, paymentSettled, type EventContract } from './index.js';

describe('the list of events', () => {
  it('has each type and each class once', () => {
    const { length } = allEvents;
    expect(length).toBeGreaterThanOrEqual(26);
    expect(new Set(allEvents.map((contract) => contract.type)).size).toBe(length);
    expect(new Set(allEvents.map((contract) => contract.payload)).size).toBe(length);
  });

  it('leaves out none that the library offers', () => {
    const offered = Object.values<unknown>(contracts).filter((one) => 'example' in Object(one));
    expect(new Set(offered)).toEqual(new Set(allEvents));
  });

  it.each(allTopics.map((topic) => [topic.name, topic] as const))('has some on %s', (_name, topic) => {
    expect(eventsOn(topic)).not.toEqual([]);
  });

  it('is found by topic and by type', () => {
    expect(eventsOn(membersTopic).map((contract) => contract.type)).toEqual([
      'id.cakupan.enrollment.member-changed.v1',
      'id.cakupan.enrollment.member-registered.v1',
      'id.cakupan.enrollment.membership-ended.v1',
      'id.cakupan.enrollment.person-erased.v1',
    ]);
    expect(eventByType('id.cakupan.claims.benefit-paid.v1')?.payload.name).toBe('BenefitPaid');
    expect(eventByType('id.cakupan.claims.benefit-paid.v2')).toBeUndefined();
  });
});

/** `sign-up-submitted` is SignUpSubmitted. */
const classNameOf = (type: string) =>
  type
    .split('.')[3]!
    .split('-')
    .map((word) => word[0]!.toUpperCase() + word.slice(1))
    .join('');

describe.each(allEvents.map((contract) => [contract.type, contract] as const))('%s', (type, contract) => {
  it('has a key and a subject', () => {
    expect(contract.key(contract.example)).not.toBe('');
    expect(contract.subject(contract.example)).toMatch(
      /^(sign-up|payment|membership|person|claim|register|region|log)\/[^/].*$/,
    );
  });

  it('is named after its writer, its class and its version', () => {
    expect(type).toMatch(/^id\.cakupan\.[a-z]+\.[a-z-]+\.v\d+$/);
    expect(type.split('.')[2]).toBe(contract.topic.name.split('.')[0]);
    expect(contract.payload.name).toBe(classNameOf(type));
  });

  it('says in a sentence what it means', () => {
    expect(contract.summary).toMatch(/^[A-Z].{20,}\.$/);
  });
});

describe('keys of payments', () => {
  const payment = paymentSettled.example;

  it('are the payment code, where there is one', () => {
    expect(paymentSettled.key(payment)).toBe('8888824000000017');
  });

  it('are the paymentId otherwise, and for reversals', () => {
    expect(paymentSettled.key({ ...payment, paymentCode: null })).toBe('BJTG-20250110-000171');
    expect(paymentReversed.key(paymentReversed.example)).toBe('BJTG-20250110-000171');
  });

  it('leave the subject as it is', () => {
    expect(paymentSettled.subject(payment)).toBe('payment/bank-jateng/BJTG-20250110-000171');
    expect(paymentReversed.subject(paymentReversed.example)).toBe(paymentSettled.subject(payment));
  });
});

const PERSONAL_FIELDS = ['nik', 'fullName', 'address', 'mobile', 'email', 'birthDate', 'declaredIncome'];

/** Every field name anywhere in a schema. */
const fieldNames = (schema: unknown): string[] =>
  typeof schema !== 'object' || schema === null
    ? []
    : Object.entries(schema).flatMap(([keyword, inner]) => [
        ...(keyword === 'properties' ? Object.keys(inner as object) : []),
        ...fieldNames(inner),
      ]);

const carriesSome = (contract: EventContract) =>
  fieldNames(jsonSchemaOf(contract)).some((name) => PERSONAL_FIELDS.includes(name));

describe('personal data', () => {
  it('has fields on the two inbound topics alone', () => {
    expect(allEvents.filter(carriesSome).map((contract) => contract.topic.name)).toEqual([
      'channel.sign-ups.v1',
      'gateway.payments.v1',
    ]);
  });
});
