import { expect, it } from '@jest/globals';
import * as kernel from '#libs/kernel';
import { CHANNEL_KINDS, channelKindOf, SEGMENTS } from './vocabulary.js';

it('the codes that can be chosen are those of the service', () => {
  expect(SEGMENTS).toEqual(kernel.SEGMENTS);
  expect(CHANNEL_KINDS).toEqual([...kernel.CHANNEL_KINDS, 'unmapped']);
});

it.each([
  ['bank', 'bank'],
  ['unmapped', 'unmapped'],
  ['a bank', null],
  [null, null],
])('the kind of channel of %s is %s', (text, kind) => expect(channelKindOf(text)).toBe(kind));
