import { describe, expect, it } from '@jest/globals';
import { accountOf, bookOf, lineOf, occasion, paymentOf } from '../../../test/given.js';
import { initialAccount } from '../account/account.js';
import type { Book } from '../book/book.js';
import type { AskedLine } from './line.js';
import { settlePayment, type AskedPayment } from './settle-payment.js';
import { takeUpFor } from './take-up.js';

/** A book as it is read anew after these payments were settled while nobody was known. */
const unmatched = (...asked: Partial<AskedPayment>[]): Book => {
  const first = bookOf({ accounts: [] });
  for (const payment of asked) settlePayment(first, paymentOf(payment), occasion());
  return bookOf({ accounts: [initialAccount('membership-1')], payments: first.changes().payments });
};
const known = (book: Book, given: Parameters<typeof accountOf>[0] = {}) => {
  book.accounts.put(accountOf({ startsOn: '2024-06-01', ...given }));
  takeUpFor(book, 'membership-1', occasion('2024-06-20T03:00:00.000Z'));
  return book.changes();
};
const results = ({ publications }: ReturnType<Book['changes']>) =>
  publications.flatMap((one) => (one.about === 'payment' ? [{ ...one.result, sequence: one.sequence }] : []));
const lines = (...given: Parameters<typeof lineOf>[0][]): Partial<AskedPayment> => ({
  lines: given.map((line, index): AskedLine => lineOf({ ...line, index })),
  namesLines: true,
});

describe('money that waits for a membership', () => {
  it('is taken up when the membership becomes known, and moves from owed to the programmes', () => {
    const changes = known(unmatched({}));
    expect(results(changes)).toEqual([
      { type: 'PaymentAccepted', contributions: ['id-1'], lines: null, sequence: 2 },
    ]);
    expect(changes.entries).toMatchObject([
      {
        kind: 'taken-up',
        recordedAt: '2024-06-20T03:00:00.000Z',
        postings: [
          { account: 'owed:self', rupiah: 16_800 },
          { account: 'contributions:JKK', rupiah: -10_000 },
          { account: 'contributions:JKM', rupiah: -6_800 },
        ],
      },
    ]);
  });

  it('is recorded no earlier than the payment', () => {
    const book = unmatched({});
    book.accounts.put(accountOf());
    takeUpFor(book, 'membership-1', occasion('2024-06-01T03:00:00.000Z'));
    const instants = new Set(book.changes().publications.map(({ recordedAt }) => recordedAt));
    expect([...instants]).toEqual(['2024-06-10T03:00:00.000Z']);
  });

  it('is taken up by NIK as well', () =>
    expect(
      results(known(unmatched({ lines: [lineOf({ token: 'token-1' })] }), { token: 'token-1' })),
    ).toMatchObject([{ type: 'PaymentAccepted' }]));

  it('waits on while only half of the membership is known', () => {
    const book = unmatched({});
    book.accounts.put({ ...accountOf(), membership: null });
    takeUpFor(book, 'membership-1', occasion());
    expect(book.changes().lines).toEqual([]);
  });

  it('waits on when its NIK pays for none of the person’s memberships', () => {
    const changes = known(unmatched({ lines: [lineOf({ token: 'token-1' })] }), {
      token: 'token-1',
      terms: { segment: 'PU' },
    });
    expect(changes.lines).toEqual([]);
  });

  it('is taken up in the order in which it was settled', () => {
    const changes = known(
      unmatched(
        { paymentId: 'P-2', settledAt: '2024-06-11T10:00:00+07:00' },
        { paymentId: 'P-1', settledAt: '2024-06-11T02:59:59Z' },
      ),
    );
    expect(results(changes)).toHaveLength(2);
    expect(changes.publications.filter(({ about }) => about === 'membership')).toMatchObject([
      { event: { by: { paymentId: 'P-1' }, contribution: { months: ['2024-06'] } } },
      { event: { by: { paymentId: 'P-2' }, contribution: { months: ['2024-07'] } } },
    ]);
  });

  it('counts months from the day of the settlement, not from that of knowing', () => {
    const changes = known(unmatched({ settledAt: '2024-03-10T10:00:00+07:00' }), { startsOn: '2024-02-01' });
    expect(changes.publications[0]).toMatchObject({ event: { contribution: { months: ['2024-02'] } } });
  });

  it('is refused after all when it pays no month, and stays owed', () => {
    const changes = known(unmatched({ lines: [lineOf({ amountRupiah: 5 })] }));
    expect(results(changes)).toEqual([
      { type: 'PaymentRefused', reasons: ['amount-does-not-fit'], sequence: 2 },
    ]);
    expect(changes.entries).toEqual([]);
    expect(changes.lines).toMatchObject([{ line: { state: { status: 'refused' } } }]);
  });

  it('makes a further result for each line of a payment that becomes known', () =>
    expect(results(known(unmatched(lines({}, { code: 'code-9' }, {}))))).toEqual([
      { type: 'PaymentAccepted', contributions: ['id-1'], lines: null, sequence: 2 },
      { type: 'PaymentAccepted', contributions: ['id-2'], lines: null, sequence: 3 },
    ]));

  it('says nothing of a refused line while another waits or was accepted', () => {
    expect(results(known(unmatched(lines({ amountRupiah: 5 }, { code: 'code-9' }))))).toEqual([]);
    expect(results(known(unmatched(lines({}, { amountRupiah: 5 }))))).toHaveLength(1);
    expect(results(known(unmatched(lines({ amountRupiah: 5 }, { amountRupiah: 6 }))))).toMatchObject([
      { type: 'PaymentRefused' },
    ]);
  });

  it('is not there any more when it was taken up already', () => {
    const book = unmatched({});
    known(book);
    takeUpFor(book, 'membership-1', occasion());
    expect(book.changes().entries).toHaveLength(1);
  });
});
