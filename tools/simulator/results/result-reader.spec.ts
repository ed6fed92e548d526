import { describe, expect, it } from '@jest/globals';
import { storyUuid } from '../../sample/chance/chance.js';
import { ordinalIn, ResultReader } from './result-reader.js';

const AT_MS = Date.parse('2024-12-17T02:30:00Z');

describe('the number in the id of a sign-up', () => {
  it('is found for ids of the same seed', () =>
    expect(ordinalIn(7, storyUuid(7, 'sign-up', 4_711, AT_MS))).toBe(4_711));

  it.each([
    ['of another seed', storyUuid(8, 'sign-up', 4_711, AT_MS)],
    ['made for another purpose', storyUuid(7, 'claim', 4_711, AT_MS)],
    ['of anybody', '0193d0a4-6f3e-7c11-9a51-3f2f9f0b7a01'],
    ['that is no id', 'sign-up 4711'],
  ])('is not found for ids %s', (_, id) => expect(ordinalIn(7, id)).toBeNull());
});

describe('a payment code', () => {
  it('cannot be asked for before its result has come', () =>
    expect(() => new ResultReader(7, () => false).codeOf(3)).toThrow(
      'no payment code is known for sign-up 3',
    ));
});
