import { describe, expect, it } from '@jest/globals';
import { wholeOnce } from './whole-sum.js';

const says = (...of: Parameters<typeof wholeOnce>) =>
  wholeOnce(...of).flatMap(({ verdict, reason }) => (reason === null ? [] : [`${verdict}: ${reason}`]));

describe('after a whole sum was granted', () => {
  it('no other one is entered, and no month is paid', () => {
    expect(says(['whole'], 'entered')).toEqual(['broken: whole-sum-granted']);
    expect(says(['part', 'whole'], 'by-month')).toEqual(['broken: whole-sum-granted']);
  });

  it('what came since is reckoned from the balance, and that is noted', () =>
    expect(says(['whole'], 'from-balance')).toEqual(['noted: whole-sum-granted']));
});

describe('after something was granted that is not known to be all', () => {
  it('an amount that is entered is noted', () => {
    expect(says(['part'], 'entered')).toEqual(['noted: earlier-grant-not-reckoned']);
    expect(says([null], 'entered')).toEqual(['noted: earlier-grant-not-reckoned']);
  });

  it('months are noted only where no findings say which were granted', () => {
    expect(says(['part'], 'by-month')).toEqual([]);
    expect(says(['part', null], 'by-month')).toEqual(['noted: earlier-grant-not-reckoned']);
  });

  it('a balance has it taken off', () => expect(says(['part', null], 'from-balance')).toEqual([]));
});

it.each(['entered', 'by-month', 'from-balance'] as const)('a first claim has nothing noted: %s', (reckoned) =>
  expect(says([], reckoned)).toEqual([]),
);
