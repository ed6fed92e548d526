import { describe, expect, it } from '@jest/globals';
import type { SignUpResult } from '../sign-up/sign-up.js';
import { resultOfFlaw, resultOfRow, tallyOf } from './row-result.js';

const row = { row: 7, signUpId: 's-7' };
const accepted = (outcome: 'registered' | 'already-member' = 'registered') =>
  ({
    status: 'accepted',
    outcome,
    membershipId: 'm-1',
    memberNumber: '24000000017',
    paymentCode: '8888824000000017',
    warnings: ['residence-missing'],
  }) as const satisfies SignUpResult;
const refused: SignUpResult = { status: 'refused', reasons: ['too-old', 'too-many-jobs'] };

describe('the result of a row', () => {
  it('is what the sign-up was answered, under the number of the row', () =>
    expect(resultOfRow(row, { answer: 'new', result: accepted() })).toEqual({
      ...row,
      ...accepted(),
      repeated: false,
    }));

  it('has every reason of a refusal', () =>
    expect(resultOfRow(row, { answer: 'new', result: refused })).toEqual({
      ...row,
      status: 'refused',
      reasons: ['too-old', 'too-many-jobs'],
      fields: [],
      repeated: false,
    }));

  it('is the first answer again for the same content', () => {
    expect(resultOfRow(row, { answer: 'repeat', result: accepted() })).toMatchObject({
      status: 'accepted',
      membershipId: 'm-1',
      repeated: true,
    });
    expect(resultOfRow(row, { answer: 'repeat', result: refused })).toMatchObject({
      status: 'refused',
      repeated: true,
    });
  });

  it('gives nobody the numbers of a sign-up whose id it took for other content', () =>
    expect(resultOfRow(row, { answer: 'id-reused', result: accepted() })).toEqual({
      ...row,
      status: 'refused',
      reasons: ['sign-up-id-reused'],
      fields: [],
      repeated: false,
    }));

  it('says what is wrong with a row that is no sign-up', () => {
    const flaw = { status: 'malformed', reasons: ['malformed'], fields: [] } as const;
    expect(resultOfFlaw({ row: 8, signUpId: null }, flaw)).toEqual({
      row: 8,
      signUpId: null,
      ...flaw,
      repeated: false,
    });
  });
});

describe('the tally of a file', () => {
  it('counts each row once, and those that were answered before once more', () => {
    const flaw = { reasons: ['malformed'], fields: [] } as const;
    const results = [
      resultOfRow(row, { answer: 'new', result: accepted() }),
      resultOfRow(row, { answer: 'repeat', result: accepted() }),
      resultOfRow(row, { answer: 'new', result: accepted('already-member') }),
      resultOfRow(row, { answer: 'repeat', result: refused }),
      resultOfFlaw(row, { ...flaw, status: 'malformed' }),
      resultOfFlaw(row, { ...flaw, status: 'failed' }),
    ];
    expect(tallyOf(results)).toEqual({
      registered: 2,
      alreadyMember: 1,
      refused: 1,
      malformed: 1,
      failed: 1,
      repeated: 2,
    });
  });

  it('of no rows is nought', () =>
    expect(Object.values(tallyOf([])).reduce((sum, count) => sum + count, 0)).toBe(0));
});
