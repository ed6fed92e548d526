import { describe, expect, it } from '@jest/globals';
import { Problem } from '../problems/problem.js';
import { validated } from '../validation/validated.js';
import { csvOf, prefersCsv } from './csv.js';
import { etagOf, isHeld } from './etag.js';
import { pageOf, PageQuery, placeAfter } from './paging.js';

const isLetter = (text: string) => /^[a-z]$/.test(text);
const statusOf = (work: () => unknown): unknown => {
  try {
    work();
    return 200;
  } catch (error) {
    return error instanceof Problem ? error.status : error;
  }
};

describe('csvOf', () => {
  it('writes a header and quotes what needs it', () =>
    expect(
      csvOf(
        ['name', 'persons'],
        [
          { name: 'Kota "Solo", Jawa', persons: 1 },
          { name: null, persons: null },
        ],
      ),
    ).toBe('name,persons\r\n"Kota ""Solo"", Jawa",1\r\n,\r\n'));
  it('writes a header alone when there are no rows', () => expect(csvOf(['name'], [])).toBe('name\r\n'));
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '＝1', '－1'])(
    'takes the formula out of %j',
    (name) => expect(csvOf(['name'], [{ name }]).replaceAll('"', '')).toBe(`name\r\n'${name}\r\n`),
  );
  it('leaves numbers below nought as they are', () =>
    expect(csvOf(['gap', 'new'], [{ gap: -5, new: true }])).toBe('gap,new\r\n-5,true\r\n'));
});

describe('prefersCsv', () => {
  it.each([
    ['text/csv', true],
    ['application/json, text/csv;q=0.9', false],
    ['text/csv;q=0.9, application/json;q=0.5', true],
    ['TEXT/CSV; charset=utf-8', true],
    ['text/csv;q=0', false],
    ['application/json', false],
    ['*/*', false],
    ['', false],
    [undefined, false],
  ])('Accept: %s is %s', (accept, expected) => expect(prefersCsv({ headers: { accept } })).toBe(expected));
});

describe('an entity tag', () => {
  const etag = etagOf({ persons: 1 });
  it('is the same for the same content, another for another', () => {
    expect(etagOf({ persons: 1 })).toBe(etag);
    expect(etagOf({ persons: 2 })).not.toBe(etag);
    expect(etag).toMatch(/^"[\w-]{27}"$/);
  });
  it.each([
    [etag, true],
    [`W/${etag}`, true],
    [`"other", ${etag}`, true],
    ['*', true],
    ['"other"', false],
    ['', false],
    [undefined, false],
  ])('If-None-Match: %s is held: %s', (held, expected) => expect(isHeld(held, etag)).toBe(expected));
});

describe('paging', () => {
  const rows = ['a', 'b', 'c'].map((id) => ({ id }));
  const page = (limit: number, from = rows) => pageOf(from.slice(0, limit + 1), limit, ({ id }) => [id]);

  it('leads from one page to the next, and ends', () => {
    const first = page(2);
    expect(first.items).toEqual([{ id: 'a' }, { id: 'b' }]);
    expect(placeAfter(first.next ?? '', [isLetter])).toEqual(['b']);
    expect(page(3).next).toBeNull();
    expect(page(1, []).next).toBeNull();
  });
  it('begins without a cursor', () => expect(placeAfter(undefined, [isLetter])).toBeNull());
  it.each([
    '',
    'x',
    '!!',
    ...['["bb"]', '["b","c"]', '[1]', '[null]', '{}', '"b"', '["\\u0000"]'].map((json) =>
      Buffer.from(json).toString('base64url'),
    ),
  ])('refuses the cursor %s', (after) =>
    expect(() => placeAfter(after, [isLetter])).toThrow(expect.objectContaining({ status: 422 })),
  );
  it('refuses a NUL whatever the part accepts', () =>
    expect(statusOf(() => placeAfter(Buffer.from('["\\u0000"]').toString('base64url'), [() => true]))).toBe(
      422,
    ));
  it.each([
    ['1', 200],
    ['1000', 200],
    ['0', 400],
    ['1001', 400],
    ['x', 400],
  ])('limit=%s gets %s', (limit, expected) => {
    expect(statusOf(() => validated(PageQuery, { limit }))).toBe(expected);
  });
});
