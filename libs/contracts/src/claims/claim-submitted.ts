import { IsOptional } from 'class-validator';
import { defineEvent } from '../define.js';
import { Is } from '../fields.js';
import { day, id, instant, oneOf } from '../kinds.js';
import { residenceCode } from '../parts/lists.js';
import { claimsTopic } from '../topics.js';
import { BENEFITS, PROGRAMMES, type Benefit, type Programme } from '../vocabulary.js';

export class ClaimSubmitted {
  @Is(id) claimId!: string;
  @Is(id) personId!: string;
  @Is(id) membershipId!: string;
  @Is(oneOf(PROGRAMMES)) programme!: Programme;
  @Is(oneOf(BENEFITS)) benefit!: Benefit;
  /** The day of what is claimed for, on which cover is asked. */
  @Is(day) occurredOn!: string;
  @Is(instant) submittedAt!: string;
  @IsOptional() @Is(residenceCode) residence?: string | null;
}

export const claimSubmitted = defineEvent({
  topic: claimsTopic,
  type: 'id.cakupan.claims.claim-submitted.v1',
  summary: 'A benefit is claimed for something that happened on a day. Nothing is decided yet.',
  payload: ClaimSubmitted,
  key: (claim) => claim.personId,
  subject: (claim) => `claim/${claim.claimId}`,
  example: {
    claimId: '01946a10-3b72-7f14-9c08-1d4e7a5b6c44',
    personId: '0193d0a4-7a0e-7d03-b1aa-5e0c7d2f8a42',
    membershipId: '0193d0a4-7a10-7b52-8c3d-2f6a1e9b4c11',
    programme: 'JKK',
    benefit: 'accident-care',
    occurredOn: '2025-01-14',
    submittedAt: '2025-01-15T11:20:00+07:00',
    residence: '33.72.05.1011',
  },
});
