import { happened, ignored, refused } from '#libs/kernel';
import { describe, expect, it } from '@jest/globals';
import { accountOf, bookOf, lineOf, MONTH_RUPIAH, occasion, paymentOf } from '../../../test/given.js';
import type { Book } from '../book/book.js';
import { matchOwedLine, refundOwedLine } from './owed-line.js';
import { reversePayment } from './reverse-payment.js';
import { settlePayment } from './settle-payment.js';

const KEY = { gateway: 'bank-jateng', paymentId: 'P-1', index: 0 };
const later = () => ({ ...occasion('2024-06-11T03:00:00.000Z'), newId: () => 'late' });

/** A payment of one month by a code that nobody has, or of an odd amount by one that somebody has. */
const given = (line: Parameters<typeof lineOf>[0] = { code: 'code-9' }): Book => {
  const book = bookOf({ accounts: [accountOf({ startsOn: '2024-06-01' })] });
  settlePayment(book, paymentOf({ lines: [lineOf(line)] }), occasion());
  return book;
};
const match = (book: Book, membershipId = 'membership-1', months: string[] | null = null, index = 0) =>
  matchOwedLine(book, { ...KEY, index }, { membershipId, months }, later());
const stateOf = (book: Book) => book.payments.get(KEY)!.lines.get(0)!.state;
const lastEntry = (book: Book) => book.changes().entries.at(-1);

describe('money that is owed', () => {
  it('pays for the membership that was meant, and the gateway is told', () => {
    const book = given();
    expect(match(book)).toEqual(happened({ type: 'LineMatched' }));
    expect(stateOf(book)).toMatchObject({ status: 'accepted', contributions: [{ months: ['2024-06'] }] });
    expect(lastEntry(book)).toMatchObject({
      kind: 'taken-up',
      postings: [
        { account: 'owed:self', rupiah: MONTH_RUPIAH },
        { account: 'contributions:JKK', rupiah: -10_000 },
        { account: 'contributions:JKM', rupiah: -6_800 },
      ],
    });
    const told = book
      .changes()
      .publications.map((one) => (one.about === 'payment' ? one.result.type : one.event.type));
    expect(told).toEqual(['PaymentUnmatched', 'ContributionPaid', 'PaymentAccepted']);
  });

  it('pays for the months that are said', () => {
    const book = given();
    match(book, 'membership-1', ['2024-08']);
    expect(stateOf(book)).toMatchObject({ contributions: [{ months: ['2024-08'] }] });
  });

  it('stays owed where it does not fit, and nothing is recorded', () => {
    const book = given({ amountRupiah: MONTH_RUPIAH + 1 });
    const before = book.changes().entries.length;
    expect(match(book)).toEqual(refused('amount-does-not-fit'));
    expect(match(book, 'membership-1', ['2024-05'])).toEqual(refused('month-not-due'));
    expect(match(book, 'membership-9')).toEqual(refused('membership-unknown'));
    expect(stateOf(book).status).toBe('refused');
    expect(book.changes().entries).toHaveLength(before);
  });

  it('is matched once, and no money that is not owed is', () => {
    const book = given();
    match(book);
    expect(match(book)).toEqual(ignored('already-answered'));
    expect(match(book, 'membership-2')).toEqual(refused('not-owed'));
    expect(match(book, 'membership-1', null, 1)).toEqual(refused('not-found'));
    expect(refundOwedLine(book, KEY, '2024-06-11T03:00:00.000Z')).toEqual(refused('not-owed'));
  });
});

describe('a refund', () => {
  const refund = (book: Book) => refundOwedLine(book, KEY, '2024-06-11T03:00:00.000Z');

  it('sets the money aside, once, and keeps no token of a NIK', () => {
    const book = given({ token: 'token-9' });
    expect(refund(book)).toEqual(happened({ type: 'LineRefunded' }));
    expect(stateOf(book)).toEqual({ status: 'refunded', refundedAt: '2024-06-11T03:00:00.000Z' });
    expect(book.payments.get(KEY)!.lines.get(0)!.payee.nikToken).toBeNull();
    expect(lastEntry(book)).toMatchObject({
      kind: 'refunded',
      postings: [
        { account: 'owed:self', rupiah: MONTH_RUPIAH },
        { account: 'refunds:bank-jateng', rupiah: -MONTH_RUPIAH },
      ],
    });
    expect(refund(book)).toEqual(ignored('already-answered'));
    expect(match(book)).toEqual(refused('not-owed'));
    expect(refundOwedLine(book, { ...KEY, paymentId: 'P-9' }, '')).toEqual(refused('not-found'));
  });

  it('that the gateway carries out by taking the payment back empties the account', () => {
    const book = given();
    refund(book);
    reversePayment(book, { ...KEY, reversedAt: '2024-06-12T00:00:00Z', reason: 'refund', lines: null }, '');
    expect(lastEntry(book)?.postings).toEqual([
      { account: 'cash:bank-jateng', rupiah: -MONTH_RUPIAH },
      { account: 'refunds:bank-jateng', rupiah: MONTH_RUPIAH },
    ]);
  });
});
