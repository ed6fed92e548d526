import { defineEvent } from '../define.js';
import { Is } from '../fields.js';
import { id, instant, text } from '../kinds.js';
import { contributionsTopic } from '../topics.js';

export class ContributionReversed {
  @Is(id) contributionId!: string;
  @Is(id) personId!: string;
  @Is(id) membershipId!: string;
  @Is(instant) reversedAt!: string;
  @Is(text(200)) reason!: string;
}

export const contributionReversed = defineEvent({
  topic: contributionsTopic,
  type: 'id.cakupan.contribution.contribution-reversed.v1',
  summary: 'The money of a contribution was taken back: it covers nothing, and its months may be paid again.',
  payload: ContributionReversed,
  key: (reversed) => reversed.personId,
  subject: (reversed) => `membership/${reversed.membershipId}`,
  example: {
    contributionId: '01944f3b-1c40-7e21-a7d5-9b3c6f0e2d33',
    personId: '0193d0a4-7a0e-7d03-b1aa-5e0c7d2f8a42',
    membershipId: '0193d0a4-7a10-7b52-8c3d-2f6a1e9b4c11',
    reversedAt: '2025-01-12T08:15:00+07:00',
    reason: 'paid-twice',
  },
});
