import { IsOptional } from 'class-validator';
import { defineEvent } from '../define.js';
import { Has, Is } from '../fields.js';
import {
  day,
  gatewayName,
  id,
  instant,
  listOf,
  month,
  oneOf,
  positiveRupiah,
  rupiah,
  text,
} from '../kinds.js';
import { programmeSet } from '../parts/lists.js';
import { Payer } from '../parts/payer.js';
import { contributionsTopic } from '../topics.js';
import { SEGMENTS, type Programme, type Segment } from '../vocabulary.js';

/** Rupiah by programme; they add up to the amount. */
export class ProgrammeAmounts implements Partial<Record<Programme, number | null>> {
  @IsOptional() @Is(rupiah) JKK?: number | null;
  @IsOptional() @Is(rupiah) JKM?: number | null;
  @IsOptional() @Is(rupiah) JHT?: number | null;
  @IsOptional() @Is(rupiah) JP?: number | null;
  @IsOptional() @Is(rupiah) JKP?: number | null;
}

export class ContributionPaid {
  @Is(id) contributionId!: string;
  @Is(gatewayName) gateway!: string;
  @Is(text(64)) paymentId!: string;
  @Is(id) personId!: string;
  @Is(id) membershipId!: string;
  @Is(oneOf(SEGMENTS)) segment!: Segment;
  @Is(programmeSet) programmes!: Programme[];
  /** One contiguous run; empty for event cover. */
  @Is(listOf(month, { min: 0, max: 120, unique: true })) months!: string[];
  @Is(day) from!: string;
  @Is(day) through!: string;
  /** Rupiah. */
  @Is(positiveRupiah) amount!: number;
  @Has(() => ProgrammeAmounts) amounts!: ProgrammeAmounts;
  @Has(() => Payer) payer!: Payer;
  @Is(instant) paidAt!: string;
}

export const contributionPaid = defineEvent({
  topic: contributionsTopic,
  type: 'id.cakupan.contribution.contribution-paid.v1',
  summary:
    'Money for a run of months was received: the person is covered from … through, both days included.',
  payload: ContributionPaid,
  key: (paid) => paid.personId,
  subject: (paid) => `membership/${paid.membershipId}`,
  example: {
    contributionId: '01944f3b-1c40-7e21-a7d5-9b3c6f0e2d33',
    gateway: 'bank-jateng',
    paymentId: 'BJTG-20250110-000171',
    personId: '0193d0a4-7a0e-7d03-b1aa-5e0c7d2f8a42',
    membershipId: '0193d0a4-7a10-7b52-8c3d-2f6a1e9b4c11',
    segment: 'BPU',
    programmes: ['JKK', 'JKM'],
    months: ['2025-01'],
    from: '2025-01-01',
    through: '2025-01-31',
    amount: 16_800,
    amounts: { JKK: 10_000, JKM: 6_800 },
    payer: { kind: 'self', code: null },
    paidAt: '2025-01-10T10:00:00+07:00',
  },
});
