import { jakartaDay, type Reason } from '#libs/kernel';
import type { Payer } from '../account/account-events.js';
import type { Contribution } from '../account/contribution.js';
import { owedBy, type LateFees } from '../account/late-fees.js';
import { coverOf, type NewContribution } from '../billing/cover.js';
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

type LineCover =
  | {
      readonly kind: 'covers';
      readonly account: PayableAccount;
      readonly contributions: readonly NewContribution[];
      readonly lateFees: LateFees;
    }
  | { readonly kind: 'unknown'; readonly reason: Reason }
  | { readonly kind: 'refused'; readonly reason: Reason };

const nobody = ({ payee }: AskedLine) => payee.paymentCode === null && payee.nikToken === null;

/** What the money of a line would pay for of this membership; or the reason why it is refused. */
const coverFor = (book: Book, money: SettledMoney, line: AskedLine, account: PayableAccount): LineCover => {
  const paying = {
    payerKind: money.payer.kind,
    amountRupiah: line.amountRupiah,
    settledOn: jakartaDay(money.settledAt),
    months: line.months,
  };
  const { membership } = account;
  const cover = coverOf(paying, account, membership, book.riskGroup(membership.employer));
  return cover.kind === 'refused' ? cover : { ...cover, account };
};

/** The same for whoever the line names; it waits while nobody is known. */
const coverOfLine = (book: Book, money: SettledMoney, line: AskedLine): LineCover => {
  if (nobody(line)) return { kind: 'refused', reason: 'payee-missing' };
  const account = findPayee(line.payee, money.settledAt, book);
  return account === null
    ? { kind: 'unknown', reason: unknownPayee(line.payee) }
    : coverFor(book, money, line, account);
};

/** Why a line would not be accepted now; null when it would. */
export const objectionTo = (book: Book, money: SettledMoney, line: AskedLine): Reason | null => {
  const cover = coverOfLine(book, money, line);
  return cover.kind === 'covers' ? null : cover.reason;
};

/** Settles a line by itself: records what it pays for, and answers with the line in its new state. */
export const settleLine = (book: Book, money: SettledMoney, line: AskedLine, occasion: Occasion): Line =>
  settledBy(book, money, line, coverOfLine(book, money, line), occasion);

/** Settles a line for a membership that somebody has found out to be meant, whatever the line itself names. */
export const settleLineFor = (
  account: PayableAccount,
  book: Book,
  money: SettledMoney,
  line: AskedLine,
  occasion: Occasion,
): Line => settledBy(book, money, line, coverFor(book, money, line, account), occasion);

const settledBy = (
  book: Book,
  money: SettledMoney,
  line: AskedLine,
  cover: LineCover,
  occasion: Occasion,
): Line => {
  if (cover.kind === 'refused') return refusedLine(line, cover.reason);
  if (cover.kind === 'unknown') return { ...line, state: { status: 'unmatched', reason: cover.reason } };
  const contributions = cover.contributions.map((contribution) => ({
    contributionId: occasion.newId(),
    ...contribution,
  }));
  const { account, lateFees } = cover;
  recordPaid(book, money, account, contributions, occasion.at);
  recordLateFees(book, account.membershipId, owedBy(lateFees), occasion.at);
  const { membershipId } = account;
  return { ...withoutNik(line), state: { status: 'accepted', membershipId, contributions, lateFees } };
};

/** Fees that are owed from now on, or below nought no more. */
export const recordLateFees = (book: Book, membershipId: string, rupiah: number, at: string): void => {
  if (rupiah !== 0) book.recordAccount(membershipId, { type: 'LateFeesOwed', rupiah }, at);
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
