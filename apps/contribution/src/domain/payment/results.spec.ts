import { describe, expect, it } from '@jest/globals';
import { lineOf } from '../../../test/given.js';
import type { Line } from './line.js';
import { firstResults, RESULT_IDS_MAX } from './results.js';

const paying = (index: number, contributions: number): Line => ({
  ...lineOf({ index }),
  state: {
    status: 'accepted',
    membershipId: 'membership-1',
    lateFees: { chargedRupiah: 0, paidRupiah: 0 },
    contributions: Array.from({ length: contributions }, (_, number) => ({
      contributionId: `${index}-${number}`,
      segment: 'BPU',
      programmes: ['JKK'],
      months: ['2024-01'],
      from: '2024-01-01',
      through: '2024-01-31',
      amountRupiah: 1,
      amounts: { JKK: 1 },
    })),
  },
});
const sizes = (contributions: number) =>
  firstResults(
    [
      paying(0, contributions),
      { ...lineOf({ index: 1 }), state: { status: 'refused', reason: 'month-repeated' } },
    ],
    true,
  ).map(
    (result) =>
      result.type === 'PaymentAccepted' && [result.contributions.length, result.lines?.length ?? null],
  );

describe('the result of a payment with very many contributions', () => {
  it('is one as long as they fit', () => expect(sizes(RESULT_IDS_MAX)).toEqual([[RESULT_IDS_MAX, 1]]));

  it('is two with one more, and says what was not settled once', () =>
    expect(sizes(RESULT_IDS_MAX + 1)).toEqual([
      [RESULT_IDS_MAX, 1],
      [1, null],
    ]));
});
