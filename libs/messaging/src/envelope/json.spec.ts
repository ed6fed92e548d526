import { describe, expect, it } from '@jest/globals';
import { depthOf, parseJson } from './json.js';

const nested = (depth: number) => Buffer.from('['.repeat(depth) + ']'.repeat(depth));

describe('reading JSON from a message', () => {
  it('takes an object', () => expect(parseJson(Buffer.from('{"a":1}'))).toEqual({ value: { a: 1 } }));

  it.each([
    ['nothing at all', null],
    ['an empty value', Buffer.alloc(0)],
    ['broken JSON', Buffer.from('{"a":')],
    ['bytes that are not UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22])],
    ['a framed message', Buffer.from([0, 0, 0, 0, 1, 0x7b, 0x7d])],
  ])('does not read %s', (_what, bytes) => expect(parseJson(bytes)).toEqual({ reason: 'unreadable' }));

  it('takes 64 levels and not 65', () => {
    expect(parseJson(nested(64))).toHaveProperty('value');
    expect(parseJson(nested(65))).toEqual({ reason: 'too-deep' });
  });

  it('survives ten thousand levels', () => expect(parseJson(nested(10_000))).toEqual({ reason: 'too-deep' }));

  it.each(['{"__proto__":{}}', '{"a":{"\\u005f_proto__":1}}', '{"\\u005f\\u005fproto\\u005f\\u005f":1}'])(
    'refuses the field __proto__ in %s',
    (text) => expect(parseJson(Buffer.from(text))).toEqual({ reason: 'forbidden-field' }),
  );

  it('lets a text that merely speaks of __proto__ pass', () =>
    expect(parseJson(Buffer.from('{"a":"__proto__"}'))).toEqual({ value: { a: '__proto__' } }));

  it('counts brackets inside strings as text', () =>
    expect(depthOf(Buffer.from('{"a":"[[[[\\"[[","b":[]}'))).toBe(2));
});
