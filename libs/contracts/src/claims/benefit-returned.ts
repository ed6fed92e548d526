import { defineEvent } from '../define.js';
import { Is } from '../fields.js';
import { id, instant, oneOf, positiveRupiah, text } from '../kinds.js';
import { claimsTopic } from '../topics.js';
import { PROGRAMMES, type Programme } from '../vocabulary.js';

export class BenefitReturned {
  @Is(id) claimId!: string;
  @Is(id) disbursementId!: string;
  @Is(id) personId!: string;
  @Is(oneOf(PROGRAMMES)) programme!: Programme;
  /** Rupiah. */
  @Is(positiveRupiah) amount!: number;
  @Is(instant) returnedAt!: string;
  @Is(text(200)) reason!: string;
}

export const benefitReturned = defineEvent({
  topic: claimsTopic,
  type: 'id.cakupan.claims.benefit-returned.v1',
  summary: 'Money of a benefit came back; figures of benefits are paid less returned.',
  payload: BenefitReturned,
  key: (benefit) => benefit.personId,
  subject: (benefit) => `claim/${benefit.claimId}`,
  example: {
    claimId: '01946a10-3b72-7f14-9c08-1d4e7a5b6c44',
    disbursementId: '01946f52-8d11-7a9e-b3c6-4e2f0a7d8b55',
    personId: '0193d0a4-7a0e-7d03-b1aa-5e0c7d2f8a42',
    programme: 'JKK',
    amount: 2_450_000,
    returnedAt: '2025-01-20T16:00:00+07:00',
    reason: 'account-closed',
  },
});
