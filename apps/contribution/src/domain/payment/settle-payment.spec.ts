import { happened, ignored } from '#libs/kernel';
import { describe, expect, it } from '@jest/globals';
import { accountOf, bookOf, lineOf, occasion, paymentOf, type AccountGiven } from '../../../test/given.js';
import type { Book } from '../book/book.js';
import type { AskedLine } from './line.js';
import { lineCount, statusOf } from './payment.js';
import { settlePayment, type AskedPayment } from './settle-payment.js';

const given = (...accounts: AccountGiven[]): Book => bookOf({ accounts: accounts.map(accountOf) });
const settle = (book: Book, asked: Partial<AskedPayment> = {}) =>
  settlePayment(book, paymentOf(asked), occasion());
const told = (book: Book) =>
  book.changes().publications.map((one) => (one.about === 'payment' ? one.result.type : one.event.type));
const many = (...lines: Parameters<typeof lineOf>[0][]): Partial<AskedPayment> => ({
  lines: lines.map((line, index): AskedLine => lineOf({ ...line, index })),
  namesLines: true,
});

describe('a payment', () => {
  it('is accepted: the membership is paid, the money posted, the gateway told', () => {
    const book = given({ startsOn: '2024-06-01' });
    expect(settle(book)).toEqual(happened({ type: 'PaymentAccepted', contributions: ['id-1'], lines: null }));
    const { publications, entries, accounts, payments, lines } = book.changes();
    expect(publications).toMatchObject([
      {
        about: 'membership',
        membershipId: 'membership-1',
        personId: 'person-1',
        sequence: 1,
        recordedAt: '2024-06-10T03:00:00.000Z',
        event: {
          type: 'ContributionPaid',
          contribution: { contributionId: 'id-1', months: ['2024-06'] },
          by: { gateway: 'bank-jateng', paymentId: 'P-1', settledAt: '2024-06-10T10:00:00+07:00' },
        },
      },
      { about: 'payment', payment: { gateway: 'bank-jateng', paymentId: 'P-1' }, sequence: 1 },
    ]);
    expect(entries).toMatchObject([
      {
        kind: 'received',
        postings: [
          { account: 'cash:bank-jateng', rupiah: 16_800 },
          { account: 'contributions:JKK', rupiah: -10_000 },
          { account: 'contributions:JKM', rupiah: -6_800 },
        ],
      },
    ]);
    expect(accounts[0]?.paid).toEqual([{ first: '2024-06', last: '2024-06' }]);
    expect(statusOf(payments[0]!)).toBe('accepted');
    expect(lines).toHaveLength(1);
  });

  it('says nothing new when the same content comes again', () => {
    const book = given({});
    settle(book);
    const before = told(book).length;
    expect(settle(book)).toEqual(ignored('already-answered'));
    expect(told(book)).toHaveLength(before);
  });

  it('is refused with other content under the same number, once, and moves no money', () => {
    const book = given({});
    settle(book);
    const other = { contentHash: 'hash-2' };
    expect(settle(book, other)).toEqual(happened({ type: 'PaymentRefused', reasons: ['payment-id-reused'] }));
    expect(settle(book, other)).toEqual(ignored('payment-id-reused'));
    expect(settle(book)).toEqual(ignored('already-answered'));
    expect(book.changes().entries).toHaveLength(1);
    expect(book.changes().publications.at(-1)).toMatchObject({ about: 'payment', sequence: 2 });
  });

  it('is another one under the same number of another gateway', () => {
    const book = given({});
    settle(book);
    expect(settle(book, { gateway: 'bank-bri' })).toMatchObject({ kind: 'happened' });
  });

  it.each([
    ['code', lineOf({ code: 'code-9' }), 'payment-code-unknown'],
    ['NIK', lineOf({ token: 'token-9' }), 'nik-unknown'],
  ] as const)('is unmatched when nobody is known by its %s, and the money is owed', (_what, line, reason) => {
    const book = given({});
    expect(settle(book, { lines: [line] })).toEqual(
      happened({ type: 'PaymentUnmatched', reasons: [reason] }),
    );
    expect(book.changes().entries[0]?.postings).toEqual([
      { account: 'cash:bank-jateng', rupiah: 16_800 },
      { account: 'owed:self', rupiah: -16_800 },
    ]);
  });

  it('is unmatched while only the code of the membership is known', () => {
    const book = bookOf({ accounts: [{ ...accountOf(), membership: null }] });
    expect(settle(book)).toMatchObject({ events: [{ type: 'PaymentUnmatched' }] });
  });

  it.each([
    ['nobody to pay for', { lines: [lineOf({ code: null })] }, 'payee-missing'],
    ['lines that do not add up', { amountRupiah: 16_801 }, 'lines-sum-differs'],
    ['an amount that pays no month', { lines: [lineOf({ amountRupiah: 16_801 })] }, 'amount-does-not-fit'],
  ] as const)('is refused with %s, and the money is owed', (_what, asked, reason) => {
    const book = given({});
    expect(settle(book, asked)).toEqual(happened({ type: 'PaymentRefused', reasons: [reason] }));
    const owed = book.changes().entries[0]?.postings.find(({ account }) => account === 'owed:self');
    expect(owed?.rupiah).toBe(-paymentOf(asked).amountRupiah);
  });

  it('keeps no token of a NIK once it waits for nobody', () => {
    const book = given({ token: 'token-1' });
    settle(book, { lines: [lineOf({ token: 'token-1' })] });
    settle(book, { paymentId: 'P-2', lines: [lineOf({ token: 'token-1', amountRupiah: 1 })] });
    settle(book, { paymentId: 'P-3', lines: [lineOf({ token: 'token-9' })] });
    expect(book.changes().lines.map(({ line }) => [line.state.status, line.payee.nikToken])).toEqual([
      ['accepted', null],
      ['refused', null],
      ['unmatched', 'token-9'],
    ]);
  });

  it('is recorded no earlier than what was recorded of the membership before', () => {
    const book = given({ startsOn: '2024-06-01' });
    settlePayment(book, paymentOf(), occasion('2024-06-10T03:00:00.000Z'));
    settlePayment(book, paymentOf({ paymentId: 'P-2' }), occasion('2024-06-09T03:00:00.000Z'));
    const ofMembership = book.changes().publications.filter(({ about }) => about === 'membership');
    expect(ofMembership.map(({ sequence, recordedAt }) => [sequence, recordedAt])).toEqual([
      [1, '2024-06-10T03:00:00.000Z'],
      [2, '2024-06-10T03:00:00.000Z'],
    ]);
  });
});

const byNik = (...accounts: AccountGiven[]) => {
  const book = given(...accounts.map((account) => ({ token: 'token-1', ...account })));
  settle(book, { lines: [lineOf({ token: 'token-1' })] });
  return book.changes().publications.find((one) => one.about === 'membership')?.membershipId ?? null;
};

describe('a payment by NIK', () => {
  it('is for the open membership of the self-employed, not for event cover or another segment', () =>
    expect(
      byNik(
        { id: 'contest', code: 'a', eventCover: { from: '2024-06-01', through: '2024-06-02' } },
        { id: 'wage', code: 'b', terms: { segment: 'PU' } },
        { id: 'open', code: 'c' },
      ),
    ).toBe('open'));

  it('is for the one that lapsed last where none goes on', () =>
    expect(
      byNik({ id: 'older', code: 'a', paid: ['2023-01'] }, { id: 'newer', code: 'b', paid: ['2023-02'] }),
    ).toBe('newer'));

  it('prefers one that goes on to one that has lapsed', () =>
    expect(
      byNik({ id: 'lapsed', code: 'a', paid: ['2023-02'] }, { id: 'going', code: 'b', paid: ['2024-05'] }),
    ).toBe('going'));

  it.each([
    ['2024-06-10', null],
    ['2024-06-11', 'membership-1'],
  ])('is for one that is open on the day of the settlement: ended on %s', (endedOn, membershipId) =>
    expect(byNik({ endedOn })).toBe(membershipId),
  );
});

describe('a payment with lines', () => {
  it('settles each by itself and says which were not', () => {
    const book = given({ startsOn: '2024-06-01' }, { id: 'membership-2', code: 'code-2' });
    const answer = settle(
      book,
      many(
        {},
        { code: 'code-9' },
        { code: 'code-2', months: ['2024-02'] },
        { code: 'code-2', amountRupiah: 5 },
      ),
    );
    expect(answer).toEqual(
      happened({
        type: 'PaymentAccepted',
        contributions: ['id-1', 'id-2'],
        lines: [
          { index: 1, reasons: ['payment-code-unknown'] },
          { index: 3, reasons: ['amount-does-not-fit'] },
        ],
      }),
    );
    expect(book.changes().entries).toHaveLength(1);
    expect(book.changes().payments[0]?.counts).toEqual({
      accepted: 2,
      unmatched: 1,
      refused: 1,
      refunded: 0,
      reversed: 0,
    });
  });

  it('lets a later line see what an earlier one paid', () => {
    const book = given({ startsOn: '2024-06-01' });
    settle(book, many({ months: ['2024-06'] }, {}, { months: ['2024-06'] }));
    const states = book.changes().lines.map(({ line }) => line.state);
    expect(states).toMatchObject([
      { status: 'accepted', contributions: [{ months: ['2024-06'] }] },
      { status: 'accepted', contributions: [{ months: ['2024-07'] }] },
      { status: 'refused', reason: 'month-already-paid' },
    ]);
  });

  it('is unmatched when none was accepted and one waits, refused when none waits', () => {
    expect(settle(given({}), many({ amountRupiah: 5 }, { code: 'code-9' }))).toEqual(
      happened({ type: 'PaymentUnmatched', reasons: ['amount-does-not-fit', 'payment-code-unknown'] }),
    );
    expect(settle(given({}), many({ amountRupiah: 5 }, { amountRupiah: 6 }))).toEqual(
      happened({ type: 'PaymentRefused', reasons: ['amount-does-not-fit'] }),
    );
  });

  it('stands as one refused line when they do not add up', () => {
    const book = given({});
    settle(book, { ...many({}, {}), amountRupiah: 20_000 });
    expect(lineCount(book.changes().payments[0]!)).toBe(1);
    expect(book.changes().entries[0]?.postings).toContainEqual({ account: 'owed:self', rupiah: -20_000 });
  });
});

describe('a lapse that a payment reveals', () => {
  const paidJanuary = { paid: ['2024-01'] };

  it('is told before the contribution, and the revival behind it', () => {
    const book = given(paidJanuary);
    settle(book, { settledAt: '2024-05-01T00:00:00+07:00' });
    expect(told(book)).toEqual([
      'MembershipLapsed',
      'ContributionPaid',
      'MembershipRevived',
      'PaymentAccepted',
    ]);
  });

  it('is not there a moment before', () => {
    const book = given(paidJanuary);
    settle(book, { settledAt: '2024-04-30T23:59:59+07:00' });
    expect(told(book)).toEqual(['ContributionPaid', 'PaymentAccepted']);
  });
});
