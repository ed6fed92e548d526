import {
  memberChanged,
  membershipEnded,
  memberRegistered,
  personErased,
  type MessageOf,
} from '#libs/contracts';
import { assertNever, type Batch, type Outcome } from '#libs/kernel';
import type { CoverFact, Residence, Terms, TermsChange } from '../domain/cover/cover.js';
import { take, type Arrival } from '../domain/cover/cover.take.js';
import type { Covers } from './covers.js';

type Registered = MessageOf<typeof memberRegistered>;
type Changed = MessageOf<typeof memberChanged>;

/** What is published about memberships and persons. */
export type MemberMessage =
  Registered | Changed | MessageOf<typeof membershipEnded> | MessageOf<typeof personErased>;

const residenceStated = (
  region: string | null | undefined,
  on: string,
  { recordedAt, eventId }: MemberMessage,
): Residence | null => (region == null ? null : { on, region, recordedAt, eventId });

const registration = (message: Registered): CoverFact => {
  const { membershipId, registeredOn, segment, programmes, basis, residence } = message.data;
  return {
    type: 'membership-registered',
    membershipId,
    registeredOn,
    terms: { segment, programmes, basisRupiah: basis },
    residence: residenceStated(residence, registeredOn, message),
  };
};

const termsChanged = ({ data: { effectiveOn, changes } }: Changed): TermsChange | null => {
  const { segment, programmes, basis } = changes;
  const terms: Partial<Terms> = {
    ...(segment != null && { segment }),
    ...(programmes != null && { programmes }),
    ...(basis != null && { basisRupiah: basis }),
  };
  return Object.keys(terms).length === 0 ? null : { on: effectiveOn, terms };
};

const factOf = (message: MemberMessage): CoverFact => {
  switch (message.type) {
    case memberRegistered.type:
      return registration(message);
    case memberChanged.type: {
      const { membershipId, effectiveOn, changes } = message.data;
      const residence = residenceStated(changes.residence, effectiveOn, message);
      return { type: 'membership-changed', membershipId, change: termsChanged(message), residence };
    }
    case membershipEnded.type: {
      const { membershipId, endedOn, reason } = message.data;
      return { type: 'membership-ended', membershipId, endedOn, died: reason === 'died' };
    }
    case personErased.type:
      return { type: 'person-erased' };
    default:
      return assertNever(message);
  }
};

const arrivalOf = (message: MemberMessage): Arrival => ({
  stream:
    message.type === personErased.type
      ? { topic: 'person' }
      : { topic: 'members', membershipId: message.data.membershipId },
  sequence: message.sequence,
  follows: message.follows,
  fact: factOf(message),
});

/** Keeps who is a member on which terms, lives where, and has died. */
export class KeepCoverWhenMembershipChanged {
  constructor(private readonly covers: Covers) {}

  handle(batch: Batch<MemberMessage>): Promise<readonly Outcome<Arrival>[]> {
    return this.covers.change(batch, (message, cover) => take(arrivalOf(message), cover));
  }
}
