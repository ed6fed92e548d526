import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import * as fc from 'fast-check';
import {
  allEvents,
  jsonSchemaOf,
  memberChanged,
  paymentReversed,
  paymentSettled,
  signUpSubmitted,
} from './index.js';
import type { EventContract, JsonSchema } from './index.js';

const ajvAccepts = (schema: JsonSchema) => {
  const ajv = new Ajv({ strict: true, strictRequired: true });
  addFormats.default(ajv);
  return ajv.compile(schema);
};

/** What is no object has no class and is refused before. */
const classAccepts = (contract: EventContract) => (document: unknown) =>
  typeof document === 'object' &&
  document !== null &&
  !Array.isArray(document) &&
  validateSync(plainToInstance(contract.payload, document)).length === 0;

type Path = readonly (string | number)[];
type Mutation = { readonly path: Path; readonly value: unknown };

/** Stands for a field that is not there. */
const ABSENT = Symbol('absent');

const WRONG_AND_RIGHT: readonly unknown[] = [
  ABSENT,
  null,
  true,
  false,
  0,
  1,
  -1,
  1.5,
  2 ** 53 - 1,
  2 ** 53,
  -(2 ** 53),
  1e300,
  '',
  ' ',
  'x',
  'PU',
  'JKK',
  'self',
  'IDR',
  '0',
  '1',
  'x'.repeat(13),
  'x'.repeat(14),
  'x'.repeat(32),
  'x'.repeat(33),
  'x'.repeat(64),
  'x'.repeat(65),
  'x'.repeat(200),
  'x'.repeat(201),
  'x'.repeat(254),
  'x'.repeat(255),
  'x'.repeat(501),
  '😀'.repeat(13),
  '😀'.repeat(64),
  '😀'.repeat(65),
  'e\u0301',
  '✔\ufe0f'.repeat(32),
  'a\u0000b',
  '\ud83d',
  'line\nline',
  '2024-02-29',
  '2023-02-29',
  '2024-13-45',
  '2024-12-17\n',
  '2024-06',
  '2024-13',
  '2024-00',
  '2024-12-17T09:30:00+07:00',
  '2024-12-17t09:30:00z',
  '2024-12-17T09:30:00',
  '2024-13-45T00:00:00Z',
  '2024-12-17T23:59:60Z',
  '2024-12-17T09:30:00+0700',
  '2024-12-17T09:30:00+07',
  '2024-12-17T09:30:00+23:00',
  '0193d0a4-6f3e-7c11-9a51-3f2f9f0b7a01',
  'urn:uuid:0193d0a4-6f3e-7c11-9a51-3f2f9f0b7a01',
  '00000000-0000-0000-0000-000000000000',
  '33',
  '33.72',
  '33.72.5',
  'ID',
  '33.72.05.1014',
  [],
  {},
  [null],
  [[]],
  [{}],
  [1],
  [0, 0],
  ['x'],
  ['JKK'],
  ['JKK', 'JKK'],
  ['JKK', 'JKM', 'JHT', 'JP', 'JKP', 'X'],
  ['2024-06', '2024-06'],
  ['2024-13'],
  Array.from({ length: 10 }, () => 'x'),
  Array.from({ length: 11 }, () => 'x'),
  Array.from({ length: 121 }, () => '2024-06'),
  Array.from({ length: 51 }, () => 'x'),
  { kind: 'self' },
  { 0: 'x', length: 1 },
];

/** Documents in which what the examples leave null is there, so that mutations reach into it. */
const FULLER: ReadonlyMap<string, object> = new Map<string, object>([
  [
    signUpSubmitted.type,
    {
      ...signUpSubmitted.example,
      eventCover: { name: 'Banjarsari Fun Run', from: '2024-11-14', through: '2024-11-16' },
      employer: { code: 'NPP-33720017', name: 'PT Batik Laweyan' },
      payer: { kind: 'organiser', code: 'EVT-BANJARSARI' },
    },
  ],
  [
    paymentSettled.type,
    {
      ...paymentSettled.example,
      paymentCode: null,
      months: null,
      lines: [
        { paymentCode: '8888824000000017', months: ['2025-01'], amount: 10_000 },
        { paymentCode: '8888824000000025', amount: 6_800 },
      ],
    },
  ],
  [paymentReversed.type, { ...paymentReversed.example, lines: [0, 9999] }],
  [
    memberChanged.type,
    { ...memberChanged.example, changes: { ...memberChanged.example.changes, payer: { kind: 'employer' } } },
  ],
]);

const documentsOf = (contract: EventContract) => [
  contract.example,
  FULLER.get(contract.type) ?? contract.example,
];

/** Every place in the document, and every field that its schema knows, also those that are not there. */
const placesIn = (document: unknown, schema: JsonSchema, path: Path = []): Path[] => {
  if (Array.isArray(document))
    return [
      path,
      ...document.flatMap((item, at) => placesIn(item, (schema['items'] ?? {}) as JsonSchema, [...path, at])),
    ];
  if (typeof document !== 'object' || document === null) return [path];
  const properties = (schema['properties'] ?? {}) as Record<string, JsonSchema>;
  return [
    path,
    ...Object.entries(properties).flatMap(([name, inner]) =>
      placesIn((document as Record<string, unknown>)[name], inner, [...path, name]),
    ),
  ];
};

const mutate = (document: unknown, { path, value }: Mutation): unknown => {
  const [head, ...rest] = path;
  if (head === undefined) return value === ABSENT ? null : structuredClone(value);
  if (typeof document !== 'object' || document === null) return document;
  const copy = (Array.isArray(document) ? [...document] : { ...document }) as Record<
    string | number,
    unknown
  >;
  if (rest.length === 0 && value === ABSENT) {
    if (Array.isArray(copy)) copy.splice(Number(head), 1);
    else delete copy[head];
  } else copy[head] = mutate(copy[head], { path: rest, value });
  return copy;
};

describe.each(allEvents.map((contract) => [contract.type, contract] as const))(
  'the schema of %s',
  (_type, contract) => {
    const schema = jsonSchemaOf(contract);
    const byAjv = ajvAccepts(schema);
    const byClass = classAccepts(contract);

    it('accepts the example, in both validators', () => {
      for (const document of documentsOf(contract)) {
        expect(byAjv(document)).toBe(true);
        expect(byClass(document)).toBe(true);
      }
    });

    it('lets unknown fields through, in both validators', () => {
      const newer = { ...contract.example, fieldOfANewerWriter: { deep: [1] } };
      expect(byAjv(newer)).toBe(true);
      expect(byClass(newer)).toBe(true);
    });

    it('is refused by neither or by both, whatever single thing is changed', () => {
      const tally = { accepted: 0, refused: 0 };
      for (const document of documentsOf(contract))
        for (const path of placesIn(document, schema))
          for (const value of WRONG_AND_RIGHT) {
            const mutant = mutate(document, { path, value });
            const verdict = byAjv(mutant);
            expect({ path, value, accepted: byClass(mutant) }).toEqual({ path, value, accepted: verdict });
            tally[verdict ? 'accepted' : 'refused'] += 1;
          }
      expect(tally.refused).toBeGreaterThan(50);
      expect(tally.accepted).toBeGreaterThan(0);
    });

    it('is refused by neither or by both, whatever several things are changed', () => {
      const document = documentsOf(contract)[1]!;
      const mutation = fc.record({
        path: fc.constantFrom(...placesIn(document, schema).slice(1)),
        value: fc.oneof(fc.constantFrom(...WRONG_AND_RIGHT), fc.jsonValue({ maxDepth: 2 })),
      });
      fc.assert(
        fc.property(fc.array(mutation, { minLength: 1, maxLength: 3 }), (mutations) => {
          const mutant = mutations.reduce<unknown>(mutate, document);
          expect(byClass(mutant)).toBe(byAjv(mutant));
        }),
        { numRuns: 200 },
      );
    });

    it('is whole: it points nowhere else and says so of each object', () => {
      const text = JSON.stringify(schema);
      expect(text).not.toContain('$ref');
      expect(schema).toMatchObject({ title: contract.type, type: 'object', additionalProperties: true });
    });
  },
);

describe('what is a matter of shape, and what a matter of rules', () => {
  const signUp = {
    byAjv: ajvAccepts(jsonSchemaOf(signUpSubmitted as unknown as EventContract)),
    document: FULLER.get(signUpSubmitted.type),
  };
  const payment = {
    byAjv: ajvAccepts(jsonSchemaOf(paymentSettled as unknown as EventContract)),
    document: paymentSettled.example,
  };
  const line = { paymentCode: '8888824000000017', months: ['2025-01'], amount: 1 };

  it.each<[string, Path, unknown]>([
    ['a NIK whose date cannot exist', ['person', 'nik'], '3372059913900001'],
    ['a NIK of letters', ['person', 'nik'], 'not a nik'],
    ['no income at all', ['declaredIncome'], 0],
    ['three occupations', ['occupations'], ['a', 'b', 'c']],
    ['a residence that no list has', ['residence'], '99.99'],
    ['no residence', ['residence'], ABSENT],
    ['no phone', ['person', 'mobile'], ABSENT],
    ['event cover that the person pays', ['payer', 'kind'], 'self'],
    ['an event that ends before it begins', ['eventCover', 'through'], '2024-11-13'],
    ['a programme that the segment does not offer', ['programmes'], ['JKP']],
    ['an unknown occupation', ['occupations'], ['astronaut']],
  ])('a sign-up with %s keeps the shape: a rule answers it', (_what, path, value) => {
    expect(signUp.byAjv(mutate(signUp.document, { path, value }))).toBe(true);
  });

  it.each<[string, Path, unknown]>([
    ['a day that does not exist', ['person', 'birthDate'], '1990-02-30'],
    ['an instant that does not exist', ['submittedAt'], '2024-13-45T09:30:00+07:00'],
    ['an instant without offset', ['submittedAt'], '2024-12-17T09:30:00'],
    ['a fraction of a rupiah', ['declaredIncome'], 1_000_000.5],
    ['an income beyond what JSON carries exactly', ['declaredIncome'], 2 ** 53],
    ['an income in quotes', ['declaredIncome'], '1000000'],
    ['no income field', ['declaredIncome'], ABSENT],
    ['a segment of its own', ['segment'], 'XYZ'],
    ['an id that is no UUID', ['signUpId'], '17'],
    ['no consent', ['consent'], null],
    ['one programme twice', ['programmes'], ['JKK', 'JKK']],
    ['an employer without a name', ['employer', 'name'], ABSENT],
  ])('a sign-up with %s is no sign-up', (_what, path, value) => {
    expect(signUp.byAjv(mutate(signUp.document, { path, value }))).toBe(false);
  });

  it.each<[string, Path, unknown]>([
    ['neither code nor NIK', ['paymentCode'], null],
    ['a month twice', ['months'], ['2025-01', '2025-01']],
    ['lines that do not add up', ['lines'], [line]],
    ['as many lines as there may be', ['lines'], Array.from({ length: 10_000 }, () => line)],
    ['the largest amount', ['amount'], 9_007_199_254_740_991],
  ])('a payment with %s keeps the shape', (_what, path, value) => {
    expect(payment.byAjv(mutate(payment.document, { path, value }))).toBe(true);
  });

  it.each<[string, Path, unknown]>([
    ['one line too many', ['lines'], Array.from({ length: 10_001 }, () => line)],
    ['no money', ['amount'], 0],
    ['money taken', ['amount'], -16_800],
    ['a fraction of a rupiah', ['amount'], 16_800.5],
    ['another currency', ['currency'], 'USD'],
    ['a month 13', ['months'], ['2025-13']],
    ['no payer', ['payer'], null],
    ['a line without a code', ['lines'], [{ months: ['2025-01'], amount: 1 }]],
  ])('a payment with %s is no payment', (_what, path, value) => {
    expect(payment.byAjv(mutate(payment.document, { path, value }))).toBe(false);
  });
});
