import { jakartaDay, type Reason } from '#libs/kernel';
import type { Payer } from '../account/account-events.js';
import type { Contribution } from '../account/contribution.js';
import { coverOf } from '../billing/cover.js';
import type { Book } from '../book/book.js';
import { lapseBy, revivalBy } from '../lapse/lapse.js';
import { findPayee, unknownPayee, type PayableAccount } from './payee.js';
import type { AskedLine, Line, PaymentKey } from './line.js';

/** Makes an id for something new. */
export type NewId = () => string;

/** The instant at which a command counts as recorded, and where ids come from. */
export interface Occasion {
  readonly at: string;
  readonly newId: NewId;
}

/** The money that a line is a part of. */
export interface SettledMoney extends PaymentKey {
  readonly payer: Payer;
  readonly settledAt: string;
}

const nobody = ({ payee }: AskedLine) => payee.paymentCode === null && payee.nikToken === null;

/** Settles a line by itself: records what it pays for, and answers with the line in its new state. */
export const settleLine = (book: Book, money: SettledMoney, line: AskedLine, occasion: Occasion): Line => {
  if (nobody(line)) return refusedLine(line, 'payee-missing');
  const account = findPayee(line.payee, money.settledAt, book);
  if (account === null) return { ...line, state: { status: 'unmatched', reason: unknownPayee(line.payee) } };
  const cover = coverOf(
    {
      payerKind: money.payer.kind,
      amountRupiah: line.amountRupiah,
      settledOn: jakartaDay(money.settledAt),
      months: line.months,
    },
    account,
    account.membership,
    book.riskGroup(account.membership.employer),
  );
  if (cover.kind === 'refused') return refusedLine(line, cover.reason);
  const contributions = cover.contributions.map((contribution) => ({
    contributionId: occasion.newId(),
    ...contribution,
  }));
  recordPaid(book, money, account, contributions, occasion.at);
  const { membershipId } = account;
  return { ...withoutNik(line), state: { status: 'accepted', membershipId, contributions } };
};

/** A line that breaks a rule; its money is owed. */
export const refusedLine = (line: AskedLine, reason: Reason): Line => ({
  ...withoutNik(line),
  state: { status: 'refused', reason },
});

/** Once a line waits for nobody, nothing of the NIK is kept with it. */
const withoutNik = (line: AskedLine): AskedLine => ({ ...line, payee: { ...line.payee, nikToken: null } });

const recordPaid = (
  book: Book,
  { gateway, paymentId, payer, settledAt }: SettledMoney,
  account: PayableAccount,
  contributions: readonly Contribution[],
  at: string,
): void => {
  const { membershipId } = account;
  const by = { gateway, paymentId, payer, settledAt };
  const lapse = lapseBy(account, jakartaDay(settledAt));
  if (lapse) book.recordAccount(membershipId, lapse, at);
  for (const contribution of contributions) {
    book.recordAccount(membershipId, { type: 'ContributionPaid', contribution, by }, at);
  }
  const revival = revivalBy(book.accounts.get(membershipId), settledAt);
  if (revival) book.recordAccount(membershipId, revival, at);
};
