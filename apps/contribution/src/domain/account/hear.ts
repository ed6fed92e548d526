import { happened, ignored, leavesGap, refused, type Outcome } from '#libs/kernel';
import type { Account } from './account.js';
import type { HeardAccountEvent } from './account-events.js';

/** What enrollment's topic of members says of a membership, in an order without gaps. */
export type HeardOfMember = Extract<HeardAccountEvent, { sequence: number }> & {
  readonly type: 'MemberRegistered' | 'MemberChanged' | 'MembershipEnded';
};

/** By what a membership can be paid for; the topic keeps the last word only, so numbers may skip. */
export type HeardOfIdentity = Extract<HeardAccountEvent, { type: 'IdentityRecorded' }>;

/** Takes the next event of a membership, and none twice; one that skips must wait until the gap is closed. */
export const hearOfMember = (
  heard: HeardOfMember,
  { taken }: Account,
  follows?: number,
): Outcome<HeardOfMember> => {
  const { sequence } = heard;
  if (sequence <= taken.members) return ignored('redelivery');
  return leavesGap({ sequence, follows }, taken.members) ? refused('sequence-gap') : happened(heard);
};

/** A code finds one membership: whoever has it keeps it, and the other word is set aside. */
export const unlessTaken = <Heard>(outcome: Outcome<Heard>, owner: Account | null, membershipId: string) =>
  outcome.kind === 'happened' && owner !== null && owner.membershipId !== membershipId
    ? refused('payment-code-taken')
    : outcome;

/** Takes the latest word on how a membership is found, unless the person has been erased. */
export const hearOfIdentity = (heard: HeardOfIdentity, account: Account): Outcome<HeardOfIdentity> => {
  if (heard.sequence <= account.taken.identities) return ignored('redelivery');
  return account.erased ? ignored('not-ours') : happened(heard);
};
