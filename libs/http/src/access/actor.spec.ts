import { describe, expect, it } from '@jest/globals';
import { liesIn, reaches } from './actor.js';

describe('liesIn', () => {
  it.each([
    ['33.72.05', '33.72', true],
    ['33.72', '33.72', true],
    ['33.72', 'ID', true],
    ['ID', 'ID', true],
    ['33.720', '33.72', false],
    ['33', '33.72', false],
    ['ID', '33', false],
    ['34.72', '33.72', false],
  ])('%s lies in %s: %s', (region, within, expected) => expect(liesIn(region, within)).toBe(expected));
});

describe('reaches', () => {
  it.each([
    [null, '33.72', true],
    [null, null, true],
    [['33.72'], '33.72.05.1011', true],
    [['11', '33.72'], '33.72', true],
    [['33.72'], '33', false],
    [['33.72'], 'ID', false],
    [['33.72'], '33.721', false],
    [['33.72'], null, false],
    [['ID'], '33.72', true],
    [['ID'], null, true],
    [[], '33.72', false],
    [[], null, false],
  ])('a token of %j and %s: %s', (regions, region, expected) =>
    expect(reaches({ regions }, region)).toBe(expected),
  );
});
