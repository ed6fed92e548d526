import { happened, ignored, refused } from '#libs/kernel';
import { describe, expect, it } from '@jest/globals';
import {
  accountOf,
  bookOf,
  lineOf,
  MONTH_RUPIAH,
  occasion,
  paymentOf,
  type AccountGiven,
} from '../../../test/given.js';
import type { Book } from '../book/book.js';
import { settleIfAccepted, type Terms } from './settle-if-accepted.js';

const given = (account: AccountGiven = {}): Book => bookOf({ accounts: [accountOf(account)] });
const settle = (book: Book, amountRupiah = MONTH_RUPIAH, terms: Terms = 'open', code = 'code-1') =>
  settleIfAccepted(book, paymentOf({ lines: [lineOf({ amountRupiah, code })] }), terms, occasion());

describe('a payment that the gateway asks about first', () => {
  it('is settled like any other when it is accepted', () => {
    const book = given({ startsOn: '2024-06-01' });
    expect(settle(book)).toEqual(happened({ type: 'PaymentAccepted', contributions: ['id-1'], lines: null }));
    expect(book.changes().entries).toHaveLength(1);
  });

  it.each([
    ['for nobody that is known', {}, MONTH_RUPIAH, 'code-9', 'payment-code-unknown'],
    ['of an amount that pays no month', {}, MONTH_RUPIAH + 1, 'code-1', 'amount-does-not-fit'],
    ['after the membership’s end', { endedOn: '2024-01-01' }, MONTH_RUPIAH, 'code-1', 'month-not-due'],
  ] as const)('leaves nothing behind %s: no money has moved', (_what, account, rupiah, code, reason) => {
    const book = given(account);
    expect(settle(book, rupiah, 'open', code)).toEqual(refused(reason));
    expect(book.changes()).toMatchObject({ entries: [], payments: [], lines: [], publications: [] });
  });

  it('is answered as settled before, although the month is paid by now', () => {
    const book = given({ startsOn: '2024-06-01' });
    settle(book);
    expect(settle(book, MONTH_RUPIAH, 'closed')).toEqual(ignored('already-answered'));
  });
});

describe('on closed terms', () => {
  const twoMonths = { startsOn: '2024-05-01' };
  it.each([
    [2 * MONTH_RUPIAH, 'happened'],
    [MONTH_RUPIAH, 'amount-does-not-fit'],
    [3 * MONTH_RUPIAH, 'amount-does-not-fit'],
  ])('of two months that are due, %d rupiah: %s', (rupiah, expected) => {
    const answer = settle(given(twoMonths), rupiah, 'closed');
    expect(answer.kind === 'happened' ? answer.kind : answer.reason).toBe(expected);
  });

  it('has nothing to take when all is paid, while open terms take the months ahead', () => {
    const paid = { startsOn: '2024-06-01', paid: ['2024-06'] };
    expect(settle(given(paid), MONTH_RUPIAH, 'closed')).toEqual(refused('month-already-paid'));
    expect(settle(given(paid), MONTH_RUPIAH, 'open').kind).toBe('happened');
  });

  it('is refused for what is not billed, and for nobody that is known', () => {
    expect(settle(given({ terms: { segment: 'PMI' } }), MONTH_RUPIAH, 'closed')).toEqual(
      refused('segment-not-billed-yet'),
    );
    expect(settle(given(), MONTH_RUPIAH, 'closed', 'code-9')).toEqual(refused('payment-code-unknown'));
  });
});
