import { describe, expect, it } from '@jest/globals';
import { CHANNEL_KINDS, OCCUPATION_GROUPS, PAYER_KINDS, PROGRAMMES, SEGMENTS } from '#libs/kernel';
import { nameOfCode, wordsIn } from './words.js';

const pathsOf = (value: object, path = ''): string[] =>
  Object.entries(value).flatMap(([key, each]: [string, unknown]) =>
    typeof each === 'object' && each !== null ? pathsOf(each, `${path}${key}.`) : [`${path}${key}`],
  );

describe('the dictionaries', () => {
  it('say the same things', () =>
    expect(pathsOf(wordsIn('en')).sort()).toEqual(pathsOf(wordsIn('id')).sort()));

  it.each(['id', 'en'] as const)('name every code of the service in %s', (language) => {
    const codes = [
      ...SEGMENTS,
      ...PROGRAMMES,
      ...CHANNEL_KINDS,
      ...PAYER_KINDS,
      ...OCCUPATION_GROUPS,
      'unmapped',
    ];
    expect(codes.filter((code) => nameOfCode(code, wordsIn(language)) === code)).toEqual([]);
  });

  it('show a code that they do not know as it is', () =>
    expect(nameOfCode('new-segment', wordsIn('id'))).toBe('new-segment'));
});
