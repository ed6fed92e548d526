import { happened, ignored, refused } from '#libs/kernel';
import { describe, expect, it } from '@jest/globals';
import { accountOf, bookOf, lineOf, occasion, paymentOf } from '../../../test/given.js';
import { isPaid } from '../account/paid-months.js';
import type { Book } from '../book/book.js';
import { statusOf } from './payment.js';
import type { Reversal } from './reversal.js';
import { reversePayment } from './reverse-payment.js';
import { settlePayment } from './settle-payment.js';

const AT = '2024-06-12T03:00:00.000Z';
const reversal = (given: Partial<Reversal> = {}): Reversal => ({
  gateway: 'bank-jateng',
  paymentId: 'P-1',
  reversedAt: '2024-06-12T10:00:00+07:00',
  reason: 'paid-twice',
  lines: null,
  ...given,
});
const held = () => ({ ...reversal(), recordedAt: AT });
const paid = (book: Book, months: string[] | null = ['2024-06']) => {
  settlePayment(book, paymentOf({ lines: [lineOf({ months })] }), occasion());
  return book;
};
const twoLines = () => {
  const book = bookOf();
  const lines = [lineOf({ months: ['2024-01'] }), lineOf({ index: 1, code: 'code-9' })];
  settlePayment(book, paymentOf({ lines, namesLines: true }), occasion());
  return book;
};

describe('a reversal', () => {
  it('takes the contribution back, frees its month, and returns the money', () => {
    const book = paid(bookOf());
    expect(reversePayment(book, reversal(), AT)).toEqual(happened({ type: 'LinesReversed', lines: [0] }));
    const { publications, entries, payments } = book.changes();
    expect(publications.at(-1)).toMatchObject({
      sequence: 2,
      recordedAt: AT,
      event: { type: 'ContributionReversed', contribution: { contributionId: 'id-1' }, reason: 'paid-twice' },
    });
    expect(entries.at(-1)).toMatchObject({
      kind: 'returned',
      postings: [
        { account: 'cash:bank-jateng', rupiah: -16_800 },
        { account: 'contributions:JKK', rupiah: 10_000 },
        { account: 'contributions:JKM', rupiah: 6_800 },
      ],
    });
    expect(isPaid(book.accounts.get('membership-1').paid, '2024-06')).toBe(false);
    expect(statusOf(payments[0]!)).toBe('reversed');
  });

  it('lets the month be paid again', () => {
    const book = paid(bookOf());
    reversePayment(book, reversal(), AT);
    const again = paymentOf({ paymentId: 'P-2', lines: [lineOf({ months: ['2024-06'] })] });
    expect(settlePayment(book, again, occasion())).toMatchObject({ events: [{ type: 'PaymentAccepted' }] });
  });

  it('changes nothing the second time', () => {
    const book = paid(bookOf());
    reversePayment(book, reversal(), AT);
    expect(reversePayment(book, reversal(), AT)).toEqual(ignored('already-reversed'));
    expect(book.changes().entries).toHaveLength(2);
  });

  it('may name lines: the others stay, and money that was owed is returned from there', () => {
    const book = twoLines();
    expect(reversePayment(book, reversal({ lines: [1] }), AT)).toMatchObject({ kind: 'happened' });
    expect(book.changes().entries.at(-1)?.postings).toEqual([
      { account: 'cash:bank-jateng', rupiah: -16_800 },
      { account: 'owed:self', rupiah: 16_800 },
    ]);
    expect(reversePayment(book, reversal(), AT)).toEqual(happened({ type: 'LinesReversed', lines: [0] }));
  });

  it('is refused when it names a line that the payment does not have', () => {
    expect(reversePayment(twoLines(), reversal({ lines: [1] }), AT).kind).toBe('happened');
    expect(reversePayment(twoLines(), reversal({ lines: [1, 2] }), AT)).toEqual(refused('line-unknown'));
  });

  it('of event cover lets it be paid again', () => {
    const contest = { eventCover: { from: '2024-06-01', through: '2024-06-02' } };
    const book = paid(bookOf({ accounts: [accountOf(contest)] }), null);
    expect(book.accounts.get('membership-1').eventPaid).toBe(true);
    reversePayment(book, reversal(), AT);
    expect(book.accounts.get('membership-1').eventPaid).toBe(false);
  });
});

describe('a reversal before its payment', () => {
  it('waits, and takes the payment back as soon as it has come', () => {
    const book = bookOf();
    expect(reversePayment(book, reversal(), AT)).toEqual(happened({ type: 'ReversalHeld' }));
    paid(book);
    const told = book
      .changes()
      .publications.map((one) => (one.about === 'payment' ? one.result.type : one.event.type));
    expect(told).toEqual(['ContributionPaid', 'PaymentAccepted', 'ContributionReversed']);
    expect(book.changes().held).toEqual([]);
    expect(reversePayment(book, reversal(), AT)).toEqual(ignored('already-reversed'));
  });

  it('waits once, however often it comes', () => {
    const book = bookOf({ held: [held()] });
    const sameInstant = reversal({ reversedAt: '2024-06-12T03:00:00Z' });
    expect(reversePayment(book, sameInstant, AT)).toEqual(ignored('already-answered'));
    expect(reversePayment(book, reversal({ lines: [0] }), AT)).toEqual(happened({ type: 'ReversalHeld' }));
  });

  it('does not wait any longer once it was carried out', () => {
    const book = paid(bookOf({ held: [held()] }));
    expect(book.changes().released).toMatchObject([{ gateway: 'bank-jateng', paymentId: 'P-1' }]);
  });

  it('is recorded when it came, though the payment be recorded earlier', () => {
    const book = paid(bookOf({ held: [held()] }));
    expect(book.changes().publications.map(({ recordedAt }) => recordedAt)).toEqual([
      '2024-06-10T03:00:00.000Z',
      '2024-06-10T03:00:00.000Z',
      AT,
    ]);
  });

  it('waits for its own gateway only', () => {
    const book = paid(bookOf({ held: [{ ...held(), gateway: 'bank-bri' }] }));
    expect(statusOf(book.changes().payments[0]!)).toBe('accepted');
  });
});
