import { addMonths, ignored } from '#libs/kernel';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { accountOf, bookOf, lineOf, occasion, paymentOf } from '../../../test/given.js';
import { owedBy } from '../account/late-fees.js';
import { initialAccount } from '../account/account.js';
import type { Book, BookChanges } from '../book/book.js';
import type { AskedLine, Line } from '../payment/line.js';
import type { Payment } from '../payment/payment.js';
import { matchOwedLine, refundOwedLine } from '../payment/owed-line.js';
import { reversePayment } from '../payment/reverse-payment.js';
import { settlePayment, type AskedPayment } from '../payment/settle-payment.js';
import { takeUpFor } from '../payment/take-up.js';
import { received, returned } from './ledger.js';

const refusedOf = (rupiah: number): Line => ({
  ...lineOf({ amountRupiah: rupiah }),
  state: { status: 'refused', reason: 'amount-does-not-fit' },
});
const paidBy = (kind: 'self' | 'employer' | 'sponsor' | 'government', code: string | null) => ({
  gateway: 'bank-jateng',
  paymentId: 'P-1',
  payer: { kind, code },
});

describe('money that pays for nobody yet', () => {
  it.each([
    ['self', null, 'owed:self'],
    ['self', 'A', 'owed:self'],
    ['employer', 'NPP-1', 'owed:employer'],
    ['sponsor', null, 'owed:sponsor'],
    ['sponsor', 'CSR-1', 'budgets:CSR-1'],
    ['government', 'APBD-33.72', 'budgets:APBD-33.72'],
  ] as const)(
    'of %s %s stands on %s, and leaves it when the gateway takes it back',
    (kind, code, account) => {
      const payment = paidBy(kind, code);
      expect(received(payment, [refusedOf(7)]).postings).toEqual([
        { account: 'cash:bank-jateng', rupiah: 7 },
        { account, rupiah: -7 },
      ]);
      expect(returned(payment, [refusedOf(7)]).postings).toEqual([
        { account: 'cash:bank-jateng', rupiah: -7 },
        { account, rupiah: 7 },
      ]);
    },
  );
});

type Command =
  | { kind: 'repeat'; id: number }
  | { kind: 'settle'; id: number; lines: AskedLine[]; off: number }
  | { kind: 'reverse'; id: number; line: number | null }
  | { kind: 'known'; member: number }
  | { kind: 'match'; id: number; line: number; member: number }
  | { kind: 'refund'; id: number; line: number };

const MEMBERS = 4;
/** The last one that is known is a wage earner, whose month costs as much, and who is charged 336 for each month late. */
const EMPLOYEE = 3;
const employee = { segment: 'PU', programmes: ['JKK', 'JKM'], basisRupiah: 3_111_111 } as const;
const month = fc.nat(8).map((index) => addMonths('2024-01', index));
const line = fc.record({
  member: fc.nat(MEMBERS),
  months: fc.option(fc.array(month, { minLength: 1, maxLength: 3 })),
  amountRupiah: fc.oneof(
    fc.constantFrom(16_800, 33_600, 50_400, 17_136, 17_472, 34_272),
    fc.integer({ min: 1, max: 100_000 }),
  ),
});
const settle = fc
  .record({
    id: fc.nat(12),
    lines: fc.array(line, { minLength: 1, maxLength: 4 }),
    off: fc.constantFrom(0, 0, 0, 1),
  })
  .map(({ id, lines, off }): Command => ({
    kind: 'settle',
    id,
    off,
    lines: lines.map(({ member, ...rest }, index) => lineOf({ ...rest, index, code: `code-${member}` })),
  }));
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 4, arbitrary: settle },
  fc.record({ kind: fc.constant('repeat' as const), id: fc.nat(12) }),
  fc.record({ kind: fc.constant('reverse' as const), id: fc.nat(12), line: fc.option(fc.nat(3)) }),
  fc.record({ kind: fc.constant('known' as const), member: fc.nat(MEMBERS) }),
  fc.record({
    kind: fc.constant('match' as const),
    id: fc.nat(12),
    line: fc.nat(3),
    member: fc.nat(MEMBERS),
  }),
  fc.record({ kind: fc.constant('refund' as const), id: fc.nat(12), line: fc.nat(3) }),
);

/** Every command on a book that is read anew, as each would be in a batch of its own. */
const run = (commands: readonly Command[]) => {
  const accounts = new Map(
    Array.from({ length: MEMBERS }, (_, index) => [`m-${index}`, initialAccount(`m-${index}`)]),
  );
  const payments = new Map<string, Payment>();
  const asked = new Map<number, AskedPayment>();
  let held: BookChanges['held'] = [];
  const entries: BookChanges['entries'][number][] = [];
  commands.forEach((one, number) => {
    const book = bookOf({ accounts: [...accounts.values()], payments: [...payments.values()], held });
    take(book, one, number, asked);
    const changes = book.changes();
    for (const account of changes.accounts) accounts.set(account.membershipId, account);
    for (const payment of changes.payments) payments.set(payment.paymentId, payment);
    const released = new Set(changes.released.map(({ paymentId }) => paymentId));
    held = [...held.filter(({ paymentId }) => !released.has(paymentId)), ...changes.held];
    entries.push(...changes.entries);
  });
  return { accounts, payments, entries };
};

/** What is asked under a number for the first time is what a repeat asks again; anything else under it is a conflict. */
const take = (book: Book, one: Command, number: number, asked: Map<number, AskedPayment>) => {
  if (one.kind === 'repeat') {
    const again = asked.get(one.id);
    if (again) expect(settlePayment(book, again, occasion())).toEqual(ignored('already-answered'));
  } else if (one.kind === 'reverse') {
    const { id, line } = one;
    const reversal = { gateway: 'bank-jateng', paymentId: `P-${id}`, reversedAt: '2024-07-01T00:00:00Z' };
    reversePayment(book, { ...reversal, reason: 'paid-twice', lines: line === null ? null : [line] }, '');
  } else if (one.kind === 'match') {
    const key = { gateway: 'bank-jateng', paymentId: `P-${one.id}`, index: one.line };
    const match = { membershipId: `m-${one.member}`, months: null };
    matchOwedLine(book, key, match, { ...occasion(), newId: () => `c-${number}` });
  } else if (one.kind === 'refund') {
    refundOwedLine(book, { gateway: 'bank-jateng', paymentId: `P-${one.id}`, index: one.line }, '');
  } else if (one.kind === 'known') {
    const id = `m-${one.member}`;
    const { paid, sequence, lateFeesOwedRupiah } = book.accounts.get(id);
    const terms = one.member === EMPLOYEE ? employee : {};
    const known = accountOf({ id, code: `code-${one.member}`, terms });
    book.accounts.put({ ...known, paid, sequence, lateFeesOwedRupiah });
    takeUpFor(book, id, { ...occasion(), newId: () => `c-${number}` });
  } else {
    const sum = one.lines.reduce((rupiah, { amountRupiah }) => rupiah + amountRupiah, 0);
    const identity = { paymentId: `P-${one.id}`, contentHash: `hash-${number}` };
    const payment = paymentOf({
      ...identity,
      lines: one.lines,
      namesLines: true,
      amountRupiah: sum + one.off,
    });
    if (!asked.has(one.id)) asked.set(one.id, payment);
    settlePayment(book, payment, occasion());
  }
};

const balances = (entries: BookChanges['entries']) => {
  const sums = { cash: 0, contributions: 0, 'late-fees': 0, owed: 0, budgets: 0, refunds: 0 };
  for (const { postings } of entries) {
    for (const { account, rupiah } of postings) sums[account.split(':')[0] as keyof typeof sums] += rupiah;
  }
  return sums;
};

const moneyOf = (payments: Iterable<Payment>) => {
  const sums = { received: 0, returned: 0, settled: 0, fees: 0, refunded: 0, owed: 0 };
  for (const { lines } of payments) {
    for (const { amountRupiah, state } of lines.values()) {
      sums.received += amountRupiah;
      const fees = state.status === 'accepted' ? state.lateFees.paidRupiah : 0;
      sums.fees += fees;
      if (state.status === 'reversed') sums.returned += amountRupiah;
      else if (state.status === 'accepted') sums.settled += amountRupiah - fees;
      else if (state.status === 'refunded') sums.refunded += amountRupiah;
      else sums.owed += amountRupiah;
    }
  }
  return sums;
};

it('never loses a rupiah: whatever comes, each entry balances, and all money received is settled, owed, refunded or returned', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
      const { entries, payments } = run(commands);
      for (const { postings } of entries) {
        expect(postings.reduce((sum, { rupiah }) => sum + rupiah, 0)).toBe(0);
      }
      const { received, returned, settled, fees, refunded, owed } = moneyOf(payments.values());
      expect(balances(entries)).toEqual({
        cash: received - returned,
        contributions: 0 - settled,
        'late-fees': 0 - fees,
        owed: 0 - owed,
        budgets: 0,
        refunds: 0 - refunded,
      });
      expect(received - returned).toBe(settled + fees + owed + refunded);
    }),
    { numRuns: 300 },
  );
});

it('never covers a month twice: the amounts paid for a membership are those of its paid months', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
      const { accounts, payments } = run(commands);
      const months = new Map<string, string[]>();
      for (const { lines } of payments.values()) {
        for (const { state } of lines.values()) {
          if (state.status !== 'accepted') continue;
          const paid = state.contributions.flatMap((one) => one.months);
          months.set(state.membershipId, [...(months.get(state.membershipId) ?? []), ...paid]);
        }
      }
      for (const [membershipId, account] of accounts) {
        const counted = account.paid.flatMap(({ first, last }) => {
          const run = [first];
          while (run.at(-1)! < last) run.push(addMonths(run.at(-1)!, 1));
          return run;
        });
        expect((months.get(membershipId) ?? []).sort()).toEqual(counted);
      }
    }),
    { numRuns: 300 },
  );
});

it('owes the fees that were charged and not paid, whatever was taken back in between', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
      const { accounts, payments } = run(commands);
      const states = [...payments.values()].flatMap(({ lines }) =>
        [...lines.values()].map((one) => one.state),
      );
      for (const [id, { lateFeesOwedRupiah }] of accounts) {
        const owed = states
          .filter((state) => state.status === 'accepted' && state.membershipId === id)
          .reduce((sum, state) => sum + ('lateFees' in state ? owedBy(state.lateFees) : 0), 0);
        expect(lateFeesOwedRupiah).toBe(owed);
      }
    }),
    { numRuns: 300 },
  );
});
