import { describe, expect, it } from '@jest/globals';
import { accountOf, bookOf, lineOf, occasion, paymentOf, type AccountGiven } from '../../../test/given.js';
import type { Book } from '../book/book.js';
import { reversePayment } from '../payment/reverse-payment.js';
import { settlePayment } from '../payment/settle-payment.js';
import { lateFeeFor } from './late-fee.js';
import { pricing } from './price.js';

/** JHT is 5.7 % of the wage: Rp570,000 a month, so 2 % of it are Rp11,400. */
const MONTH = 570_000;
const employee = {
  startsOn: '2024-03-01',
  terms: { segment: 'PU', programmes: ['JHT'], basisRupiah: 10_000_000, payerKind: 'employer' },
} as const;

const feeOn = (paidOn: string, month = '2024-04', given: AccountGiven = employee) =>
  lateFeeFor(pricing(accountOf(given).membership!, 'employer', null)(month)!, paidOn);

describe('the late fee of a month that is due on 15 May', () => {
  it.each([
    ['2024-05-15', 0, 0],
    ['2024-05-16', 1, 11_400],
    ['2024-06-15', 1, 11_400],
    ['2024-06-16', 2, 22_800],
    ['2024-07-15', 2, 22_800],
    ['2024-07-16', 3, 34_200],
    ['2025-07-16', 3, 34_200],
  ])('paid on %s is for %d months: %d', (paidOn, monthsLate, amountRupiah) =>
    expect(feeOn(paidOn)).toEqual(
      monthsLate === 0
        ? null
        : { amountRupiah, monthsLate, basisPointsPerMonth: 200, regulation: 'PP 44/2015, PP 46/2015' },
    ),
  );

  it('was half a percent in the relief of 2020', () =>
    expect(feeOn('2021-12-01', '2020-12')).toMatchObject({ amountRupiah: 8_550, regulation: 'PP 49/2020' }));

  it('is rounded half up to whole rupiah', () => {
    const fee = (basisRupiah: number) =>
      feeOn('2024-05-16', '2024-04', { ...employee, terms: { ...employee.terms, basisRupiah } });
    expect(fee(1_000_421)?.amountRupiah).toBe(1_140); // 2 % of 57,024: 1,140.48
    expect(fee(1_000_430)?.amountRupiah).toBe(1_141); // 2 % of 57,025: 1,140.50
  });

  it('is not for the self-employed', () => {
    const trader = { startsOn: '2024-01-01' };
    expect(feeOn('2024-12-31', '2024-04', trader)).toBeNull();
  });
});

const settle = (book: Book, id: string, rupiah: number, settledAt: string, months?: string[]) =>
  settlePayment(
    book,
    paymentOf({
      paymentId: id,
      settledAt,
      payer: { kind: 'employer', code: 'NPP-1' },
      lines: [lineOf({ amountRupiah: rupiah, ...(months && { months }) })],
    }),
    { ...occasion(), newId: () => `of-${id}` },
  );
const employed = (given: AccountGiven = {}) => bookOf({ accounts: [accountOf({ ...employee, ...given })] });
const owed = (book: Book) => book.accounts.get('membership-1').lateFeesOwedRupiah;
const posted = (book: Book) => book.changes().entries.map(({ postings }) => postings);
const LATE = '2024-05-20T10:00:00+07:00';

describe('a payment of a month that is late', () => {
  it('of the month alone is accepted, and the fee stays owed', () => {
    const book = employed();
    expect(settle(book, 'A', MONTH, LATE, ['2024-04'])).toMatchObject({
      events: [{ type: 'PaymentAccepted' }],
    });
    expect(owed(book)).toBe(11_400);
    expect(posted(book)).toEqual([
      [
        { account: 'cash:bank-jateng', rupiah: MONTH },
        { account: 'contributions:JHT', rupiah: -MONTH },
      ],
    ]);
  });

  it('with the fee pays both', () => {
    const book = employed();
    settle(book, 'A', MONTH + 11_400, LATE, ['2024-04']);
    expect(owed(book)).toBe(0);
    expect(posted(book)).toEqual([
      [
        { account: 'cash:bank-jateng', rupiah: MONTH + 11_400 },
        { account: 'contributions:JHT', rupiah: -MONTH },
        { account: 'late-fees:PU', rupiah: -11_400 },
      ],
    ]);
  });

  it.each([MONTH + 11_399, MONTH + 11_401, 11_400])('is owed to its payer when it is of %d', (rupiah) => {
    const book = employed();
    expect(settle(book, 'A', rupiah, LATE, ['2024-04'])).toMatchObject({
      events: [{ type: 'PaymentRefused', reasons: ['amount-does-not-fit'] }],
    });
    expect(owed(book)).toBe(0);
  });

  it('leaves the fee to the next month’s payment', () => {
    const book = employed();
    settle(book, 'A', MONTH, LATE, ['2024-04']);
    settle(book, 'B', MONTH + 11_400, '2024-06-10T10:00:00+07:00', ['2024-05']);
    expect(owed(book)).toBe(0);
  });

  it('that names no months counts months first, then months with fees', () => {
    const book = employed({ paid: ['2024-03'] });
    settle(book, 'A', 2 * MONTH, LATE);
    expect([book.accounts.get('membership-1').paid, owed(book)]).toEqual([
      [{ first: '2024-03', last: '2024-05' }],
      11_400,
    ]);
    settle(book, 'B', MONTH + 11_400, '2024-06-10T10:00:00+07:00');
    expect([book.accounts.get('membership-1').paid, owed(book)]).toEqual([
      [{ first: '2024-03', last: '2024-06' }],
      0,
    ]);
  });

  it('is taken back with its fees, charged and paid', () => {
    const book = employed();
    const reverse = (paymentId: string) =>
      reversePayment(
        book,
        { gateway: 'bank-jateng', paymentId, reversedAt: LATE, reason: 'chargeback', lines: null },
        LATE,
      );
    settle(book, 'A', MONTH, LATE, ['2024-04']);
    settle(book, 'B', MONTH + 11_400, '2024-06-10T10:00:00+07:00', ['2024-05']);
    reverse('B');
    expect(owed(book)).toBe(11_400);
    reverse('A');
    expect(owed(book)).toBe(0);
    expect(
      posted(book)
        .flat()
        .reduce((sum, { rupiah }) => sum + rupiah, 0),
    ).toBe(0);
  });
});
