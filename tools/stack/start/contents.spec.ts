import { describe, expect, it } from '@jest/globals';
import { contentsFor, partFor, partSentence, type Contents } from './contents.js';

const wish = { empty: false, canLoad: true, production: false };
const after = (before: Contents | null, change: Partial<typeof wish> = {}) =>
  contentsFor(before, { ...wish, ...change }, '/data');

describe('what a data folder holds', () => {
  it('is the sample when it is new and all services run', () => {
    expect(after(null)).toBe('sample-loading');
  });

  it('is real data when it is new and was asked to be empty, or cannot be loaded', () => {
    expect(after(null, { empty: true })).toBe('real');
    expect(after(null, { canLoad: false })).toBe('real');
  });

  it.each<Contents>(['sample-loading', 'sample-loaded'])(
    'stays %s, also for some services alone',
    (before) => {
      expect(after(before)).toBe(before);
      expect(after(before, { canLoad: false })).toBe(before);
    },
  );

  it('is never mixed: neither kind is taken for the other', () => {
    expect(() => after('sample-loaded', { empty: true })).toThrow('--empty needs --fresh');
    expect(() => after('real')).toThrow('begun without sample data');
    expect(after('real', { empty: true })).toBe('real');
  });

  it('may not be the sample in production', () => {
    expect(() => after(null, { production: true })).toThrow('production refuses');
    expect(() => after('sample-loaded', { production: true, canLoad: false })).toThrow('production refuses');
    expect(after(null, { production: true, empty: true })).toBe('real');
  });
});

describe('the part of the sample in a folder', () => {
  const held = { contents: 'sample-loaded', scale: 0.01, without: 'bank/1' } as const;
  const part = { scale: 0.01, without: 'bank/1' };

  it('is what is asked for when the folder is new, all of it when nothing is said', () => {
    expect(partFor(null, {}, '/data')).toEqual({ scale: 1, without: null });
    expect(partFor(null, part, '/data')).toEqual(part);
  });

  it('is what was begun, when that is asked for again or nothing is said', () => {
    expect(partFor(held, {}, '/data')).toEqual(part);
    expect(partFor({ ...held, contents: 'sample-loading' }, part, '/data')).toEqual(part);
  });

  it.each([{ scale: 1 }, { without: 'bank/2' }])('is never mixed with another: %j', (wish) =>
    expect(() => partFor(held, wish, '/data')).toThrow(
      '/data holds the sample with --scale 0.01 --without bank/1, not with',
    ),
  );

  it('is said when it is not all', () => {
    expect(partSentence({ scale: 1, without: null })).toBeNull();
    expect(partSentence(part)).toBe(
      '1 % of its people, without the payment bank/1: figures are not those that were published',
    );
    expect(partSentence({ scale: 0.07, without: null })).toMatch(/^7 % of its people:/);
  });
});
