import { describe, expect, it } from '@jest/globals';
import { hasChildren, levelOf, liesIn } from './regions.js';

describe('regions', () => {
  it.each([
    ['ID', 'country'],
    ['33', 'province'],
    ['33.72', 'regency'],
    ['33.72.05', 'district'],
    ['33.72.05.1011', 'village'],
    ['area:SURAKARTA', 'set'],
    ['33.12,33.72', 'set'],
  ])('%s is a %s', (code, level) => expect(levelOf(code)).toBe(level));

  it('lie in themselves, their own, and the country', () => {
    expect(liesIn('33.72', ['33.72'])).toBe(true);
    expect(liesIn('33.72.05', ['33.72'])).toBe(true);
    expect(liesIn('33.72', ['ID'])).toBe(true);
    expect(liesIn('33', ['33.72'])).toBe(false);
    expect(liesIn('33.72', ['33.7'])).toBe(false);
  });

  it('have others below, down to the villages', () => {
    expect(['ID', '33', '33.72', '33.72.05'].map(hasChildren)).toEqual([true, true, true, true]);
    expect(['33.72.05.1011', 'area:SURAKARTA'].map(hasChildren)).toEqual([false, false]);
  });
});
