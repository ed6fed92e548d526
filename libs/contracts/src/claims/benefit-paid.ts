import { IsOptional } from 'class-validator';
import { defineEvent } from '../define.js';
import { Is } from '../fields.js';
import { id, instant, oneOf, positiveRupiah } from '../kinds.js';
import { residenceCode } from '../parts/lists.js';
import { claimsTopic } from '../topics.js';
import { BENEFITS, PROGRAMMES, type Benefit, type Programme } from '../vocabulary.js';

export class BenefitPaid {
  @Is(id) claimId!: string;
  @Is(id) disbursementId!: string;
  @Is(id) personId!: string;
  @Is(oneOf(PROGRAMMES)) programme!: Programme;
  @Is(oneOf(BENEFITS)) benefit!: Benefit;
  /** Rupiah. */
  @Is(positiveRupiah) amount!: number;
  @Is(instant) paidAt!: string;
  /** Where the person lives, for the figures by region. */
  @IsOptional() @Is(residenceCode) residence?: string | null;
}

export const benefitPaid = defineEvent({
  topic: claimsTopic,
  type: 'id.cakupan.claims.benefit-paid.v1',
  summary: 'Money of an approved claim reached the person.',
  payload: BenefitPaid,
  key: (benefit) => benefit.personId,
  subject: (benefit) => `claim/${benefit.claimId}`,
  example: {
    claimId: '01946a10-3b72-7f14-9c08-1d4e7a5b6c44',
    disbursementId: '01946f52-8d11-7a9e-b3c6-4e2f0a7d8b55',
    personId: '0193d0a4-7a0e-7d03-b1aa-5e0c7d2f8a42',
    programme: 'JKK',
    benefit: 'accident-care',
    amount: 2_450_000,
    paidAt: '2025-01-17T09:40:00+07:00',
    residence: '33.72.05.1011',
  },
});
