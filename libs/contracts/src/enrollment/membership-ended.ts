import { defineEvent } from '../define.js';
import { Is } from '../fields.js';
import { day, id, oneOf } from '../kinds.js';
import { membersTopic } from '../topics.js';
import { END_REASONS, type EndReason } from '../vocabulary.js';

export class MembershipEnded {
  @Is(id) membershipId!: string;
  @Is(id) personId!: string;
  /** The first day on which it is no longer there. */
  @Is(day) endedOn!: string;
  @Is(oneOf(END_REASONS)) reason!: EndReason;
}

export const membershipEnded = defineEvent({
  topic: membersTopic,
  type: 'id.cakupan.enrollment.membership-ended.v1',
  summary: 'A membership ended. Cover that is paid runs to its last day, unless the person died.',
  payload: MembershipEnded,
  key: (member) => member.personId,
  subject: (member) => `membership/${member.membershipId}`,
  example: {
    membershipId: '0193d0a4-7a10-7b52-8c3d-2f6a1e9b4c11',
    personId: '0193d0a4-7a0e-7d03-b1aa-5e0c7d2f8a42',
    endedOn: '2025-06-30',
    reason: 'left',
  },
});
