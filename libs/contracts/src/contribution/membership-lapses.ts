import { defineEvent } from '../define.js';
import { Is } from '../fields.js';
import { day, id } from '../kinds.js';
import { contributionsTopic } from '../topics.js';

export class MembershipLapsed {
  @Is(id) personId!: string;
  @Is(id) membershipId!: string;
  /** The first uncovered day plus three calendar months. */
  @Is(day) lapsedOn!: string;
  @Is(day) lastCoveredOn!: string;
}

export class MembershipRevived {
  @Is(id) personId!: string;
  @Is(id) membershipId!: string;
  @Is(day) revivedOn!: string;
}

export const membershipLapsed = defineEvent({
  topic: contributionsTopic,
  type: 'id.cakupan.contribution.membership-lapsed.v1',
  summary: 'Nobody has paid for three months after the last cover. One that was never paid does not lapse.',
  payload: MembershipLapsed,
  key: (lapsed) => lapsed.personId,
  subject: (lapsed) => `membership/${lapsed.membershipId}`,
  example: {
    personId: '0193d0a4-7a0e-7d03-b1aa-5e0c7d2f8a42',
    membershipId: '0193d0a4-7a10-7b52-8c3d-2f6a1e9b4c11',
    lapsedOn: '2025-05-01',
    lastCoveredOn: '2025-01-31',
  },
});

export const membershipRevived = defineEvent({
  topic: contributionsTopic,
  type: 'id.cakupan.contribution.membership-revived.v1',
  summary: 'A lapsed membership was paid for again; the old arrears are not charged.',
  payload: MembershipRevived,
  key: (revived) => revived.personId,
  subject: (revived) => `membership/${revived.membershipId}`,
  example: {
    personId: '0193d0a4-7a0e-7d03-b1aa-5e0c7d2f8a42',
    membershipId: '0193d0a4-7a10-7b52-8c3d-2f6a1e9b4c11',
    revivedOn: '2025-07-04',
  },
});
