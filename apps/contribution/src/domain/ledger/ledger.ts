import type { Payer } from '../account/account-events.js';
import type { Line, PaymentKey } from '../payment/line.js';

/**
 * An account of the ledger: what a gateway has to hand over, `cash:<gateway>`; what belongs to a programme's fund,
 * `contributions:<programme>`; what employers paid for paying late, `late-fees:PU`; what belongs to nobody yet and so to its
 * payer, `owed:<payer kind>`; the same of somebody who pays for others out of a budget, `budgets:<payer code>`; what is set
 * aside to be sent back through a gateway, `refunds:<gateway>`. A membership has no account here: its statement lists its
 * contributions, and the ledger's proof compares their sum with the funds.
 */
export type LedgerAccount =
  `${'cash' | 'contributions' | 'late-fees' | 'owed' | 'budgets' | 'refunds'}:${string}`;

/** An amount in rupiah on one account: a debit above nought, a credit below. */
export interface Posting {
  readonly account: LedgerAccount;
  readonly rupiah: number;
}

/** What moved money, and between which accounts: debits and credits of an entry are equal. */
export interface Entry {
  readonly kind: 'received' | 'taken-up' | 'refunded' | 'returned';
  readonly payment: PaymentKey;
  readonly postings: readonly Posting[];
}

/** The payment that an entry is about. */
export interface Money extends PaymentKey {
  readonly payer: Payer;
}

/** Where a payer's money stands that pays for nobody yet: a sponsor and a public budget have an account of their own. */
const unallocated = ({ kind, code }: Payer): LedgerAccount =>
  (kind === 'sponsor' || kind === 'government') && code !== null ? `budgets:${code}` : `owed:${kind}`;

/** Only wage earners' employers are charged for paying late. */
const LATE_FEES: LedgerAccount = 'late-fees:PU';

/** Where the money of a line belongs: to the programmes that it pays for and their fees, else it is owed to the payer. */
const creditsOf = (line: Line, { gateway, payer }: Money): Posting[] => {
  if (line.state.status === 'accepted') {
    const { contributions, lateFees } = line.state;
    const shares = contributions.flatMap(({ amounts }) =>
      Object.entries(amounts).map(([programme, rupiah]): Posting => ({
        account: `contributions:${programme}`,
        rupiah: -rupiah,
      })),
    );
    return [...shares, { account: LATE_FEES, rupiah: -lateFees.paidRupiah }];
  }
  const account: LedgerAccount = line.state.status === 'refunded' ? `refunds:${gateway}` : unallocated(payer);
  return [{ account, rupiah: -line.amountRupiah }];
};

/** One posting for each account, without those that come to nought. */
const merged = (postings: readonly Posting[]): Posting[] => {
  const sums = new Map<LedgerAccount, number>();
  for (const { account, rupiah } of postings) sums.set(account, (sums.get(account) ?? 0) + rupiah);
  return [...sums].filter(([, rupiah]) => rupiah !== 0).map(([account, rupiah]) => ({ account, rupiah }));
};

const sumRupiah = (lines: readonly Line[]) => lines.reduce((sum, { amountRupiah }) => sum + amountRupiah, 0);

/** A gateway has received money: it belongs to programmes, or is owed to the payer. */
export const received = (payment: Money, lines: readonly Line[]): Entry => ({
  kind: 'received',
  payment: { gateway: payment.gateway, paymentId: payment.paymentId },
  postings: merged([
    { account: `cash:${payment.gateway}`, rupiah: sumRupiah(lines) },
    ...lines.flatMap((line) => creditsOf(line, payment)),
  ]),
});

/** Money that was owed goes where the line has it now. */
const moved = (kind: Entry['kind'], payment: Money, line: Line): Entry => ({
  kind,
  payment: { gateway: payment.gateway, paymentId: payment.paymentId },
  postings: merged([
    { account: unallocated(payment.payer), rupiah: line.amountRupiah },
    ...creditsOf(line, payment),
  ]),
});

/** Money that was owed pays for a membership that has become known. */
export const takenUp = (payment: Money, line: Line): Entry => moved('taken-up', payment, line);

/** Money that was owed is set aside to be sent back. */
export const refunded = (payment: Money, line: Line): Entry => moved('refunded', payment, line);

/** The gateway has taken money back, from wherever it stood. */
export const returned = (payment: Money, lines: readonly Line[]): Entry => ({
  kind: 'returned',
  payment: { gateway: payment.gateway, paymentId: payment.paymentId },
  postings: merged([
    { account: `cash:${payment.gateway}`, rupiah: -sumRupiah(lines) },
    ...lines
      .flatMap((line) => creditsOf(line, payment))
      .map(({ account, rupiah }) => ({ account, rupiah: -rupiah })),
  ]),
});
