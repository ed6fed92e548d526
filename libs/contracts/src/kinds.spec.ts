import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { isDay, isMonth } from '#libs/kernel';
import {
  day,
  gatewayName,
  id,
  instant,
  integer,
  listOf,
  month,
  number,
  oneOf,
  region,
  slug,
  text,
} from './kinds.js';

const inYears = {
  min: new Date('1000-01-01T00:00:00Z'),
  max: new Date('2999-12-31T23:59:59.999Z'),
  noInvalidDate: true,
};

const part = (max: number) => fc.integer({ min: 0, max }).map((n) => String(n).padStart(2, '0'));

describe('a day', () => {
  it('is any of the calendar in four digits of year', () => {
    fc.assert(
      fc.property(fc.date(inYears), (date) => {
        expect(day.accepts(date.toISOString().slice(0, 10))).toBe(true);
      }),
    );
  });

  it('is what the domain calls a day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 2999 }), part(13), part(32), (year, m, d) => {
        const written = `${year}-${m}-${d}`;
        expect(day.accepts(written)).toBe(isDay(written));
        expect(month.accepts(`${year}-${m}`)).toBe(isMonth(`${year}-${m}`));
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['2024-02-29', '2000-02-29', '2400-02-29', '1600-02-29', '1000-01-01', '2999-12-31'])(
    'takes %s',
    (given) => expect(day.accepts(given)).toBe(true),
  );

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2100-02-29',
    '2024-02-30',
    '2024-04-31',
    '2024-13-01',
    '2024-00-10',
    '2024-1-1',
  ])('refuses %s', (given) => expect(day.accepts(given)).toBe(false));

  it.each(['0999-12-31', '3000-01-01', '2024-01-01\n', ' 2024-01-01', '２０２４-01-01', 20240101, null])(
    'refuses %j',
    (given) => expect(day.accepts(given)).toBe(false),
  );
});

describe('an instant', () => {
  it('is any that a clock writes', () => {
    fc.assert(
      fc.property(fc.date(inYears), (date) => {
        expect(instant.accepts(date.toISOString())).toBe(true);
      }),
    );
  });

  it.each([
    '2024-12-17T09:30:00+07:00',
    '2024-12-17T09:30:00Z',
    '2024-12-17t09:30:00.123456789z',
    '2024-12-17T23:59:59-15:59',
  ])('takes %s, which Date reads', (given) => {
    expect(instant.accepts(given)).toBe(true);
    expect(Date.parse(given)).not.toBeNaN();
  });

  it.each([
    '2024-13-45T00:00:00Z',
    '2024-02-30T00:00:00Z',
    '2024-12-17T09:30:00',
    '2024-12-17',
    '2024-12-17 09:30:00Z',
    '2024-12-17T24:00:00Z',
    '2024-12-17T09:60:00Z',
    '2024-12-17T09:30:60Z',
    '2024-12-17T09:30Z',
    '2024-12-17T09:30:00.Z',
    '2024-12-17T09:30:00+0700',
    '2024-12-17T09:30:00+16:00',
    '2024-12-17T09:30:00+07:60',
    1_734_402_600_000,
  ])('refuses %s', (given) => expect(instant.accepts(given)).toBe(false));
});

describe('codes', () => {
  it.each(['ID', '33', '33.72', '33.72.05', '33.72.05.1014'])('of regions: takes %s', (given) =>
    expect(region.accepts(given)).toBe(true),
  );
  it.each(['', 'id', '3', '33.', '33.7', '3372', '33.72.05.101', '33.72.05.10144', '33.72.05.1014.1'])(
    'of regions: refuses "%s"',
    (given) => expect(region.accepts(given)).toBe(false),
  );

  it.each(['0193d0a4-6f3e-7c11-9a51-3f2f9f0b7a01', '0193D0A4-6F3E-7C11-9A51-3F2F9F0B7A01'])(
    'ids: takes %s',
    (given) => expect(id.accepts(given)).toBe(true),
  );
  it.each(['', 'urn:uuid:0193d0a4-6f3e-7c11-9a51-3f2f9f0b7a01', '0193d0a46f3e7c119a513f2f9f0b7a01', 'x'])(
    'ids: refuses "%s"',
    (given) => expect(id.accepts(given)).toBe(false),
  );

  it('slugs are kebab-case, up to 64 characters', () => {
    expect(['a', 'a-1', 'a'.repeat(64)].every(slug.accepts)).toBe(true);
    expect(['', '-a', 'a-', 'a--b', 'A', 'a'.repeat(65)].some(slug.accepts)).toBe(false);
  });

  it('gateways are letters, digits and hyphens, up to 64', () => {
    expect(['bank-jateng', 'BNI46', 'a'.repeat(64)].every(gatewayName.accepts)).toBe(true);
    expect(['', '-a', 'a/b', 'a b', 'a'.repeat(65)].some(gatewayName.accepts)).toBe(false);
  });
});

describe('text', () => {
  it('is counted in characters, whatever their size', () => {
    expect(text(3).accepts('😀😀😀')).toBe(true);
    expect(text(3).accepts('😀😀😀😀')).toBe(false);
    expect(text(3).accepts('')).toBe(false);
    expect(text(3, 0).accepts('')).toBe(true);
  });

  it('may have lines, but nothing that a database cannot store', () => {
    expect(text(9).accepts('a\nb\té')).toBe(true);
    expect(text(9).accepts('a\u0000')).toBe(false);
    expect(text(9).accepts('\ud83d')).toBe(false);
    expect(text(9).accepts('\ude00a')).toBe(false);
  });
});

describe('numbers', () => {
  it.each([
    [0, true],
    [1, true],
    [9_007_199_254_740_991, true],
    [9_007_199_254_740_992, false],
    [-1, false],
    [0.5, false],
    [Number.NaN, false],
    [Number.POSITIVE_INFINITY, false],
    ['1', false],
    [1n, false],
  ])('whole ones from 0: %p %p', (given, accepted) => expect(integer(0).accepts(given)).toBe(accepted));

  it('may be fractions where they are shares', () => {
    expect([0, 0.5, 83_000].every(number.accepts)).toBe(true);
    expect([-0.1, Number.NaN, Number.POSITIVE_INFINITY, '0.5', null].some(number.accepts)).toBe(false);
  });
});

describe('lists', () => {
  const pairs = listOf(oneOf(['a', 'b']), { min: 1, max: 2, unique: true });

  it('are bounded, of one kind, and unique where it says so', () => {
    expect([['a'], ['a', 'b'], ['b', 'a']].every(pairs.accepts)).toBe(true);
    expect(
      [[], ['a', 'a'], ['c'], ['a', 'b', 'a'], 'a', { 0: 'a', length: 1 }, null].some(pairs.accepts),
    ).toBe(false);
    expect(listOf(oneOf(['a']), { min: 0, max: 2 }).accepts(['a', 'a'])).toBe(true);
  });
});
