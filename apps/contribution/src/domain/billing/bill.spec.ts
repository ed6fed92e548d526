import { describe, expect, it } from '@jest/globals';
import { accountOf, type AccountGiven } from '../../../test/given.js';
import { amountsOf, billOf } from './bill.js';

const bill = (given: AccountGiven, through: string) => {
  const account = accountOf(given);
  const billed = billOf(account, account.membership!, null, { today: '2024-06-10', through });
  return typeof billed === 'string' ? billed : billed.months.map(({ month }) => month);
};

describe('a bill', () => {
  it('lists the unpaid months through the one that is asked for', () => {
    expect(bill({ startsOn: '2024-04-01', paid: ['2024-05'] }, '2024-07')).toEqual([
      '2024-04',
      '2024-06',
      '2024-07',
    ]);
    expect(bill({ startsOn: '2024-04-01', paid: ['2024-05'] }, '2024-06')).toEqual(['2024-04', '2024-06']);
  });

  it('leaves out arrears of three months', () =>
    expect(bill({ startsOn: '2024-03-01' }, '2024-06')).toEqual(['2024-06']));

  it.each<[string, number, number]>([
    ['2024-06-01', 0, 1],
    ['2024-05-31', 1, 2],
    ['2024-04-01', 2, 3],
    ['2024-03-31', 3, 1],
    ['2024-02-01', 3, 1],
  ])('counts arrears to three: since %s %d, and bills %d months', (startsOn, arrearsMonths, months) => {
    const account = accountOf({ startsOn });
    const billed = billOf(account, account.membership!, null, { today: '2024-06-10', through: '2024-06' });
    if (typeof billed === 'string') throw new Error(billed);
    expect([billed.arrearsMonths, billed.months.length]).toEqual([arrearsMonths, months]);
  });

  it('is empty when all is paid', () =>
    expect(bill({ startsOn: '2024-06-01', paid: ['2024-06'] }, '2024-06')).toEqual([]));

  it('says what each month costs, by programme, and how that comes about', () => {
    const account = accountOf({ startsOn: '2024-06-01' });
    const bill = billOf(account, account.membership!, null, { today: '2024-06-10', through: '2024-06' });
    expect(bill).toMatchObject({
      months: [
        {
          month: '2024-06',
          amounts: { JKK: 10_000, JKM: 6_800 },
          totalRupiah: 16_800,
          steps: [{ kind: 'bracket', programme: 'JKK' }, { programme: 'JKM' }],
          dueOn: '2024-06-19',
          lateFee: null,
        },
      ],
      monthsRupiah: 16_800,
      lateFeesRupiah: 0,
    });
  });

  it('of event cover lists the months that the event touches', () =>
    expect(bill({ eventCover: { from: '2024-06-30', through: '2024-07-01' } }, '2024-07')).toEqual([
      '2024-06',
      '2024-07',
    ]));

  it('is refused for what is not billed yet', () =>
    expect(bill({ terms: { segment: 'PMI' } }, '2024-07')).toBe('segment-not-billed-yet'));
});

/** JHT is 5.7 % of the wage: Rp570,000 a month. */
const employee = {
  startsOn: '2024-03-01',
  terms: { segment: 'PU', programmes: ['JHT'], basisRupiah: 10_000_000, payerKind: 'employer' },
} as const;

describe('a bill of a wage earner', () => {
  const billOn = (today: string, given: AccountGiven = {}) => {
    const account = accountOf({ ...employee, ...given });
    const billed = billOf(account, account.membership!, null, { today, through: today.slice(0, 7) });
    if (typeof billed === 'string') throw new Error(billed);
    return billed;
  };

  it('charges nothing on the due date, and 2 % from the day after on, for each month that has begun', () => {
    expect(billOn('2024-04-16')).toMatchObject({ lateFeesRupiah: 0, months: [{ dueOn: '2024-04-16' }, {}] });
    expect(billOn('2024-04-17').lateFeesRupiah).toBe(11_400);
    expect(billOn('2024-05-16').lateFeesRupiah).toBe(11_400 + 11_400);
    expect(billOn('2024-05-17').lateFeesRupiah).toBe(22_800 + 11_400);
  });

  it('adds what is owed from before, and takes off what was paid too much, down to nothing', () => {
    expect(billOn('2024-03-10', { lateFeesOwed: 500 }).lateFeesRupiah).toBe(500);
    expect(billOn('2024-04-17', { lateFeesOwed: -400 }).lateFeesRupiah).toBe(11_000);
    expect(billOn('2024-04-17', { lateFeesOwed: -20_000 }).lateFeesRupiah).toBe(0);
  });

  it('may be paid with the fees or without', () =>
    expect(amountsOf(billOn('2024-04-17'))).toEqual([1_140_000, 1_151_400]));
});
