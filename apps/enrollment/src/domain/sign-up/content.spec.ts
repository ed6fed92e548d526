import { describe, expect, it } from '@jest/globals';
import { contentKey } from './content.js';
import type { SignUpForm } from './sign-up.js';

const text = `{
  "signUpId": "0193d0a4-6f3e-7c11-9a51-3f2f9f0b7a01", "submittedAt": "2024-12-17T09:30:00+07:00",
  "channel": { "kind": "association", "code": "PKL-MANAHAN", "agent": "A-118", "campaign": null },
  "person": { "nik": "3372051708900001", "fullName": "Sri Rahayu", "birthDate": "1990-08-17", "sex": "female",
    "mobile": "+6281200000000", "email": null, "address": "Jl. Adi Sucipto 1" },
  "residence": "33.72.05.1011", "segment": "BPU", "occupations": ["street-trader"], "declaredIncome": 1000000,
  "programmes": ["JKK", "JKM"], "startsOn": "2025-01-01", "eventCover": null, "employer": null,
  "payer": { "kind": "self", "code": null },
  "consent": { "textVersion": "2024-1", "givenAt": "2024-12-17T09:29:10+07:00" }
}`;
const form = (): SignUpForm => JSON.parse(text) as SignUpForm;
const key = contentKey(form());

/** Takes what stands at the path away, or puts a value there. */
const changed = (path: string, ...value: unknown[]): SignUpForm => {
  const copy = form();
  const names = path.split('.');
  const last = names.pop()!;
  const parent = names.reduce<Record<string, never>>((at, name) => at[name]!, copy as never) as Record<
    string,
    unknown
  >;
  if (value.length === 0) delete parent[last];
  else parent[last] = value[0];
  return copy;
};

describe('the same content', () => {
  it('does not depend on the order of fields', () => {
    const reversed = Object.fromEntries(
      Object.entries(form())
        .reverse()
        .map(([name, value]) => [
          name,
          value !== null && typeof value === 'object' && !Array.isArray(value)
            ? Object.fromEntries(Object.entries(value).reverse())
            : value,
        ]),
    );
    expect(contentKey(reversed as unknown as SignUpForm)).toBe(key);
  });

  it.each(['eventCover', 'employer', 'channel.campaign', 'person.email', 'payer.code'])(
    'takes an absent %s for null',
    (path) => expect(contentKey(changed(path))).toBe(key),
  );

  it.each(['note', 'person.nickname', 'channel.colour'])('passes over %s, which nobody knows', (path) =>
    expect(contentKey(changed(path, 'x'))).toBe(key),
  );

  it.each([
    '2024-12-17T02:30:00Z',
    '2024-12-17T02:30:00.000Z',
    '2024-12-17T10:30:00+08:00',
    '2024-12-16T20:00:00.0-06:30',
  ])('takes %s for the same instant', (instant) =>
    expect(contentKey(changed('submittedAt', instant))).toBe(key),
  );

  it('tells instants apart by less than a millisecond', () =>
    expect(contentKey(changed('submittedAt', '2024-12-17T09:30:00.0001+07:00'))).not.toBe(key));

  it.each([
    ['signUpId', '0193d0a4-6f3e-7c11-9a51-3f2f9f0b7a02'],
    ['submittedAt', '2024-12-17T09:30:01+07:00'],
    ['channel.kind', 'bank'],
    ['channel.code', 'OTHER'],
    ['channel.agent', null],
    ['channel.campaign', 'C-1'],
    ['person.nik', '3372051708900002'],
    ['person.fullName', 'Sri  Rahayu'],
    ['person.birthDate', '1990-08-18'],
    ['person.sex', 'male'],
    ['person.mobile', null],
    ['person.email', 'sri@example.org'],
    ['person.address', ''],
    ['residence', null],
    ['segment', 'PMI'],
    ['occupations', []],
    ['declaredIncome', 1_000_001],
    ['programmes', ['JKK', 'JKM', 'JHT']],
    ['startsOn', '2025-02-01'],
    ['eventCover', { name: 'Run', from: '2025-01-01', through: '2025-01-01' }],
    ['employer', { code: 'NPP-1' }],
    ['payer.kind', 'sponsor'],
    ['payer.code', 'S-1'],
    ['consent.textVersion', '2024-2'],
    ['consent.givenAt', '2024-12-17T09:29:11+07:00'],
  ])('is not one with another %s', (path, value) => expect(contentKey(changed(path, value))).not.toBe(key));
});
