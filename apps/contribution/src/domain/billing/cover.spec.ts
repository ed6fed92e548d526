import type { Day, Month, Reason } from '#libs/kernel';
import { describe, expect, it } from '@jest/globals';
import { accountOf, MONTH_RUPIAH, trader, type AccountGiven } from '../../../test/given.js';
import { withChange } from '../account/terms.js';
import { NO_LATE_FEES } from '../account/late-fees.js';
import { coverOf, type Paying } from './cover.js';

const given = (account: AccountGiven = {}) => {
  const state = accountOf(account);
  const when = (paying: Partial<Paying>) =>
    coverOf(
      { payerKind: 'self', amountRupiah: MONTH_RUPIAH, settledOn: '2024-06-10', months: null, ...paying },
      state,
      state.membership!,
      null,
    );
  const months = (paying: Partial<Paying>): Month[] | Reason => {
    const cover = when(paying);
    return cover.kind === 'refused' ? cover.reason : cover.contributions.flatMap((one) => one.months);
  };
  return { when, months };
};

const paidThroughMay = { paid: ['2024-01', '2024-02', '2024-03', '2024-04', '2024-05'] };

describe('months that the payment names', () => {
  it('are covered from the first day to the last, split by programme', () =>
    expect(given().when({ months: ['2024-02'] })).toEqual({
      kind: 'covers',
      lateFees: NO_LATE_FEES,
      contributions: [
        {
          segment: 'BPU',
          programmes: ['JKK', 'JKM'],
          months: ['2024-02'],
          from: '2024-02-01',
          through: '2024-02-29',
          amountRupiah: 16_800,
          amounts: { JKK: 10_000, JKM: 6_800 },
        },
      ],
    }));

  it('begin with startsOn in the month of the start', () =>
    expect(given({ startsOn: '2024-01-15' }).when({ months: ['2024-01'] })).toMatchObject({
      contributions: [{ from: '2024-01-15', through: '2024-01-31' }],
    }));

  it('make one contribution for each run of months in a row, in any order they are named', () =>
    expect(
      given().when({ months: ['2024-05', '2024-02', '2024-01'], amountRupiah: 3 * MONTH_RUPIAH }),
    ).toMatchObject({
      contributions: [
        { months: ['2024-01', '2024-02'], from: '2024-01-01', through: '2024-02-29', amountRupiah: 33_600 },
        { months: ['2024-05'], from: '2024-05-01', through: '2024-05-31', amountRupiah: 16_800 },
      ],
    }));

  it.each<[Month, Day, Month[] | Reason]>([
    ['2024-01', '2024-01-31', ['2024-01']],
    ['2023-12', '2024-01-31', 'month-not-due'],
    ['2024-01', '2024-02-01', 'month-not-due'],
  ])('are not due before the month of the start: %s for a start on %s', (month, startsOn, expected) =>
    expect(given({ startsOn }).months({ months: [month] })).toEqual(expected),
  );

  it.each<[Day, Month[] | Reason]>([
    ['2024-03-02', ['2024-03']],
    ['2024-03-01', 'month-not-due'],
    ['2024-02-20', 'month-not-due'],
  ])('are not due when they begin after the end: March with an end on %s', (endedOn, expected) =>
    expect(given({ endedOn }).months({ months: ['2024-03'] })).toEqual(expected),
  );

  it('are refused when one is named twice', () =>
    expect(given().months({ months: ['2024-01', '2024-01'], amountRupiah: 2 * MONTH_RUPIAH })).toBe(
      'month-repeated',
    ));

  it('are refused when one is paid already, the others too', () =>
    expect(
      given({ paid: ['2024-02'] }).months({ months: ['2024-02', '2024-03'], amountRupiah: 33_600 }),
    ).toBe('month-already-paid'));

  it.each([16_799, 16_801, 33_600])('are refused when %d is not what they cost', (amountRupiah) =>
    expect(given().months({ months: ['2024-02'], amountRupiah })).toBe('amount-does-not-fit'),
  );

  it('may be further ahead than counting reaches', () =>
    expect(given().months({ months: ['2026-07'], payerKind: 'government' })).toEqual(['2026-07']));
});

describe('months that are counted', () => {
  it('begin with the month of the start when nothing is paid', () =>
    expect(given({ startsOn: '2024-05-20' }).months({})).toEqual(['2024-05']));

  it('begin with the start also when it lies ahead', () =>
    expect(given({ startsOn: '2024-08-01' }).months({})).toEqual(['2024-08']));

  it('begin with the first unpaid month, and pass over those that are paid', () =>
    expect(
      given({ startsOn: '2024-04-01', paid: ['2024-04', '2024-06'] }).months({ amountRupiah: 33_600 }),
    ).toEqual(['2024-05', '2024-07']));

  it('include arrears of two months, and none of three', () => {
    expect(given({ startsOn: '2024-04-01' }).months({})).toEqual(['2024-04']);
    expect(given({ startsOn: '2024-03-01' }).months({})).toEqual(['2024-06']);
  });

  it('count arrears by whole months before that of the settlement, whatever its day', () => {
    const unpaidSinceMarch = given({ paid: ['2024-01', '2024-02'] });
    expect(unpaidSinceMarch.months({ settledOn: '2024-05-31' })).toEqual(['2024-03']);
    expect(unpaidSinceMarch.months({ settledOn: '2024-06-01' })).toEqual(['2024-06']);
  });

  it('go on behind what is paid ahead when arrears are forgiven', () =>
    expect(given({ paid: ['2024-06', '2024-07'] }).months({})).toEqual(['2024-08']));

  it('are as many as the amount pays exactly', () => {
    expect(given(paidThroughMay).months({ amountRupiah: 3 * MONTH_RUPIAH })).toEqual([
      '2024-06',
      '2024-07',
      '2024-08',
    ]);
    expect(given(paidThroughMay).months({ amountRupiah: 3 * MONTH_RUPIAH - 1 })).toBe('amount-does-not-fit');
    expect(given(paidThroughMay).months({ amountRupiah: 3 * MONTH_RUPIAH + 1 })).toBe('amount-does-not-fit');
    expect(given(paidThroughMay).months({ amountRupiah: MONTH_RUPIAH - 1 })).toBe('amount-does-not-fit');
  });

  it('reach 24 months ahead of that of the settlement, and no further', () => {
    const account = given(paidThroughMay);
    const paying = (months: number) =>
      account.months({ amountRupiah: months * MONTH_RUPIAH, payerKind: 'government' });
    expect(paying(25)).toHaveLength(25);
    expect(paying(25).at(-1)).toBe('2026-06');
    expect(paying(26)).toBe('amount-does-not-fit');
  });

  it('end where the membership does', () => {
    const ending = given({ ...paidThroughMay, endedOn: '2024-07-15' });
    expect(ending.months({ amountRupiah: 2 * MONTH_RUPIAH })).toEqual(['2024-06', '2024-07']);
    expect(ending.months({ amountRupiah: 3 * MONTH_RUPIAH })).toBe('amount-does-not-fit');
    expect(given({ ...paidThroughMay, endedOn: '2024-06-01' }).months({})).toBe('month-not-due');
  });

  it('cost what each month costs: a relief that begins in between', () =>
    expect(
      given({ startsOn: '2026-03-01' }).when({ settledOn: '2026-03-10', amountRupiah: 16_800 + 8_400 }),
    ).toMatchObject({
      contributions: [{ months: ['2026-03', '2026-04'], amounts: { JKK: 15_000, JKM: 10_200 } }],
    }));
});

describe('terms that change', () => {
  it('make a contribution of their own where programmes differ', () => {
    const account = accountOf();
    const history = withChange(account.membership!.terms, {
      from: '2024-03-01',
      changes: { programmes: [...trader.programmes, 'JHT'] },
    });
    const cover = coverOf(
      {
        payerKind: 'self',
        amountRupiah: 16_800 + 36_800,
        settledOn: '2024-03-10',
        months: ['2024-02', '2024-03'],
      },
      account,
      { ...account.membership!, terms: history },
      null,
    );
    expect(cover).toMatchObject({
      contributions: [
        { months: ['2024-02'], programmes: ['JKK', 'JKM'], amountRupiah: 16_800 },
        { months: ['2024-03'], programmes: ['JKK', 'JKM', 'JHT'], amountRupiah: 36_800 },
      ],
    });
  });
});

describe('event cover', () => {
  const contest = { from: '2024-11-30', through: '2024-12-01' };

  it('costs a month for each calendar month that has started, and covers the days of the event', () =>
    expect(given({ eventCover: contest }).when({ amountRupiah: 33_600, payerKind: 'organiser' })).toEqual({
      kind: 'covers',
      lateFees: NO_LATE_FEES,
      contributions: [
        {
          segment: 'BPU',
          programmes: ['JKK', 'JKM'],
          months: [],
          ...contest,
          amountRupiah: 33_600,
          amounts: { JKK: 20_000, JKM: 13_600 },
        },
      ],
    }));

  it('costs one month when it ends in the month that it begins in', () => {
    const shorter = given({ eventCover: { from: '2024-11-30', through: '2024-11-30' } });
    expect(shorter.when({ amountRupiah: 16_800 }).kind).toBe('covers');
    expect(shorter.months({ amountRupiah: 33_600 })).toBe('amount-does-not-fit');
  });

  it('needs no months, and is paid once', () => {
    const state = accountOf({ eventCover: contest });
    const paying = {
      payerKind: 'organiser',
      amountRupiah: 33_600,
      settledOn: '2024-11-01',
      months: ['2024-11'],
    } as const;
    expect(coverOf(paying, state, state.membership!, null).kind).toBe('covers');
    expect(coverOf(paying, { ...state, eventPaid: true }, state.membership!, null)).toEqual({
      kind: 'refused',
      reason: 'month-already-paid',
    });
  });
});

it.each(['JAKON', 'PMI'] as const)('%s is not billed yet', (segment) => {
  const account = given({ terms: { segment } });
  expect(account.months({})).toBe('segment-not-billed-yet');
  expect(account.months({ months: ['2024-06'] })).toBe('segment-not-billed-yet');
});
