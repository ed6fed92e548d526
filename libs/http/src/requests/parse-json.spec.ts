import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { Problem } from '../problems/problem.js';
import { parseJson } from './parse-json.js';

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

const outcomeOf = (given: string | Uint8Array): { value?: unknown; refused?: unknown } => {
  try {
    return { value: parseJson(Buffer.from(given as string)) };
  } catch (error) {
    return { refused: error };
  }
};
const reasonsFor = (given: string | Uint8Array): readonly string[] | null => {
  const { refused } = outcomeOf(given);
  return refused instanceof Problem ? refused.reasons : null;
};

/** Texts that hold nothing that this API refuses whatever the schema. */
const harmless = fc
  .json({ maxDepth: 8 })
  .filter((text) => !/__proto__|constructor|\\u0000|\\ud[89a-f]/i.test(text));

describe('parseJson', () => {
  it('gives any JSON value back', () => {
    fc.assert(fc.property(harmless, (text) => expect(outcomeOf(text)).toEqual({ value: JSON.parse(text) })));
  });

  it('never throws anything but a problem', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (given) => {
        const { refused } = outcomeOf(given);
        expect(refused === undefined || refused instanceof Problem).toBe(true);
      }),
    );
  });

  it('takes an empty body for none', () => expect(parseJson(Buffer.alloc(0))).toBeUndefined());
  it('takes 64 levels and refuses 65', () => {
    expect(reasonsFor(nested(64))).toBeNull();
    expect(reasonsFor(nested(65))).toEqual(['too-deep']);
  });
  it('survives a million levels', () => expect(reasonsFor(nested(1_000_000))).not.toBeNull());
  it.each<[string, (count: number) => unknown, number]>([
    ['items in a list', (count) => Array(count).fill(0), 20_000],
    [
      'members in an object',
      (count) => Object.fromEntries(Array.from({ length: count }, (_, key) => [key, 0])),
      1_000,
    ],
    ['values altogether', (count) => Array(10).fill(Array(count / 10 - 1).fill(0)), 100_000],
  ])('takes so many %s and not one more', (_what, of, most) => {
    expect(reasonsFor(JSON.stringify(of(most)))).toBeNull();
    expect(reasonsFor(JSON.stringify(of(most + (most < 100_000 ? 1 : 10))))).toEqual(['too-large']);
  });
  it('takes as many parts as are allowed', () => {
    const max = { values: 300_000, items: 200_000, members: 2_000 };
    const zeros = (count: number) => JSON.stringify(Array(count).fill(0));
    expect(() => parseJson(Buffer.from(zeros(200_000)), max)).not.toThrow();
    expect(() => parseJson(Buffer.from(zeros(200_001)), max)).toThrow(Problem);
  });
  it.each(['{', 'nul', '{"a":1,}', "{'a':1}", '[1', '\uFEFFx'])('refuses %s as unreadable', (text) =>
    expect(reasonsFor(text)).toEqual(['unreadable']),
  );
  it('refuses bytes that are not UTF-8', () =>
    expect(reasonsFor(Buffer.from([0x22, 0xff, 0x22]))).toEqual(['unreadable']));
  it.each([
    '{"__proto__":{}}',
    '{"a":[{"__proto__":1}]}',
    '{"\\u005f_proto__":1}',
    '{"constructor":{"prototype":1}}',
  ])('refuses %s for its field', (text) => expect(reasonsFor(text)).toEqual(['forbidden-field']));
  it.each(['"a\\u0000b"', '{"a\\u0000":1}', '["\\ud800"]', '{"a":{"b":"\\udc00x"}}', '[1e999]', '-1e999'])(
    'refuses %s, which no database stores',
    (text) => expect(reasonsFor(text)).toEqual(['malformed']),
  );
  it.each(['"\\\\u0000"', '"\\ud83d\\ude00"', '"पाठ 中文 😀"', '{"a":null}', '1e308'])('takes %s', (text) =>
    expect(reasonsFor(text)).toBeNull(),
  );
});
