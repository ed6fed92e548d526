import { describe, expect, it } from '@jest/globals';
import { differencesOf } from './differences.js';

describe('figures of two runs', () => {
  it('are told where they differ, and where one is missing', () => {
    expect(
      differencesOf({ same: '1', other: '2', mine: '3' }, { same: '1', other: '4', yours: '5' }),
    ).toEqual([
      'other: 2 when disturbed, 4 when not',
      'mine: 3 when disturbed, nothing when not',
      'yours: nothing when disturbed, 5 when not',
    ]);
  });

  it('are the same whatever came before its time and was settled, where that was done on purpose', () => {
    const parked = { 'parked by claims: sequence-gap': '1' };
    expect(differencesOf(parked, {}, true)).toEqual([]);
    expect(differencesOf(parked, {})).toHaveLength(1);
  });

  it('are told twenty at a time', () => {
    const many = Object.fromEntries(Array.from({ length: 25 }, (_, index) => [`figure ${index}`, 'x']));
    expect(differencesOf(many, {})).toHaveLength(21);
    expect(differencesOf(many, {}).at(-1)).toBe('and 5 more');
    expect(differencesOf(many, many)).toEqual([]);
  });
});
