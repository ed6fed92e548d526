import { describe, expect, it } from '@jest/globals';
import { contentsFor, type Contents } from './contents.js';

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
