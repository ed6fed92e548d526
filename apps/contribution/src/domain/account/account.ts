import { assertNever, type Day } from '#libs/kernel';
import type { AccountEvent } from './account-events.js';
import type { Contribution } from './contribution.js';
import type { Identity, Membership } from './membership.js';
import { withRun, withoutRun, type PaidMonths } from './paid-months.js';
import { withChange } from './terms.js';

/**
 * A membership as contributions see it. What is known of it comes over two topics in any order, so either half may be
 * missing for a while; it can be paid for once `membership` is there.
 */
export interface Account {
  readonly membershipId: string;
  readonly identity: Identity;
  /** The person was erased: neither code nor NIK may find the account again. */
  readonly erased: boolean;
  readonly membership: Membership | null;
  readonly paid: PaidMonths;
  readonly eventPaid: boolean;
  /** The lapse that was published and not yet ended by a payment. */
  readonly lapsedOn: Day | null;
  /** Fees for months that were paid late, less what was paid of them; below nought when more was paid than is owed. */
  readonly lateFeesOwedRupiah: number;
  /** The last sequence that was taken of each topic about the membership. */
  readonly taken: { readonly members: number; readonly identities: number };
  /** The last sequence that was published about it, and when that was recorded. */
  readonly sequence: number;
  readonly recordedAt: string;
}

/** Before anything was heard. */
export const initialAccount = (membershipId: string): Account => ({
  membershipId,
  identity: { paymentCode: null, nikToken: null },
  erased: false,
  membership: null,
  paid: [],
  eventPaid: false,
  lapsedOn: null,
  lateFeesOwedRupiah: 0,
  taken: { members: 0, identities: 0 },
  sequence: 0,
  recordedAt: '',
});

const takenMembers = (account: Account, members: number) => ({ taken: { ...account.taken, members } });

const changed = (account: Account, change: (membership: Membership) => Membership) =>
  account.membership ? { membership: change(account.membership) } : {};

/** The account after the event. */
export const evolveAccount = (account: Account, event: AccountEvent): Account => {
  switch (event.type) {
    case 'MemberRegistered':
      return {
        ...account,
        ...takenMembers(account, event.sequence),
        membership: event.membership,
        identity: account.erased ? account.identity : { ...account.identity, paymentCode: event.paymentCode },
      };
    case 'MemberChanged':
      return {
        ...account,
        ...takenMembers(account, event.sequence),
        ...changed(account, (membership) => ({
          ...membership,
          residence: event.residence ?? membership.residence,
          terms: withChange(membership.terms, event.change),
        })),
      };
    case 'MembershipEnded':
      return {
        ...account,
        ...takenMembers(account, event.sequence),
        ...changed(account, (membership) => ({ ...membership, endedOn: event.endedOn })),
      };
    case 'IdentityRecorded':
      return {
        ...account,
        taken: { ...account.taken, identities: event.sequence },
        identity: account.erased ? account.identity : event.identity,
      };
    case 'IdentityErased':
      return { ...account, erased: true, identity: { paymentCode: null, nikToken: null } };
    case 'ContributionPaid':
      return withContribution(account, event.contribution, true);
    case 'ContributionReversed':
      return withContribution(account, event.contribution, false);
    case 'LateFeesOwed':
      return { ...account, lateFeesOwedRupiah: account.lateFeesOwedRupiah + event.rupiah };
    case 'MembershipLapsed':
      return { ...account, lapsedOn: event.lapsedOn };
    case 'MembershipRevived':
      return { ...account, lapsedOn: null };
    default:
      return assertNever(event);
  }
};

const withContribution = (account: Account, { months }: Contribution, paid: boolean): Account => {
  const [first] = months;
  const last = months.at(-1);
  if (first === undefined || last === undefined) return { ...account, eventPaid: paid };
  return { ...account, paid: (paid ? withRun : withoutRun)(account.paid, { first, last }) };
};
