import { describe, expect, it } from '@jest/globals';
import { accountOf, type AccountGiven } from '../../../test/given.js';
import { billOf, dueOn } from './bill.js';

const bill = (given: AccountGiven, through: string) => {
  const account = accountOf(given);
  const months = billOf(account, account.membership!, null, { today: '2024-06-10', through });
  return typeof months === 'string' ? months : months.map(({ month }) => month);
};

describe('due dates', () => {
  it.each([
    ['2024-05', '2024-05-15'],
    ['2024-06', '2024-06-17'],
    ['2024-09', '2024-09-16'],
    ['2024-11', '2024-11-15'],
  ])('of the self-employed for %s: the 15th of the month itself, not on a weekend: %s', (month, day) =>
    expect(dueOn('BPU', month)).toBe(day),
  );

  it('of wage earners: the 15th of the next month', () => {
    expect(dueOn('PU', '2024-04')).toBe('2024-05-15');
    expect(dueOn('PU', '2024-12')).toBe('2025-01-15');
  });
});

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

  it('is empty when all is paid', () =>
    expect(bill({ startsOn: '2024-06-01', paid: ['2024-06'] }, '2024-06')).toEqual([]));

  it('says what each month costs, by programme', () => {
    const account = accountOf({ startsOn: '2024-06-01' });
    expect(billOf(account, account.membership!, null, { today: '2024-06-10', through: '2024-06' })).toEqual([
      { month: '2024-06', amounts: { JKK: 10_000, JKM: 6_800 }, totalRupiah: 16_800, dueOn: '2024-06-17' },
    ]);
  });

  it('of event cover lists the months that the event touches', () =>
    expect(bill({ eventCover: { from: '2024-06-30', through: '2024-07-01' } }, '2024-07')).toEqual([
      '2024-06',
      '2024-07',
    ]));

  it('is refused for what is not billed yet', () =>
    expect(bill({ terms: { segment: 'PMI' } }, '2024-07')).toBe('segment-not-billed-yet'));
});
