import { IsOptional } from 'class-validator';
import { defineEvent } from '../define.js';
import { Is } from '../fields.js';
import { day, integer, listOf, oneOf, text } from '../kinds.js';
import { residenceCode } from '../parts/lists.js';
import { registersTopic } from '../topics.js';
import { CHANNEL_KINDS, EMPLOYER_SIZES, PAYER_KINDS, RISK_GROUPS } from '../vocabulary.js';
import type { ChannelKind, EmployerSize, PayerKind, RiskGroup } from '../vocabulary.js';

/**
 * What stands in a register under a code. Names stay in enrollment: no topic but the inbound ones carries any. The
 * registers share a topic whose key is the code, so that of a code which stands in two of them only the last entry is
 * kept there; `register-entry-recorded` keeps them apart.
 */
class Recorded {
  @Is(text(64)) code!: string;
}

export class EmployerRecorded extends Recorded {
  @IsOptional() @Is(oneOf(RISK_GROUPS)) riskGroup?: RiskGroup | null;
  @IsOptional() @Is(oneOf(EMPLOYER_SIZES)) size?: EmployerSize | null;
  @IsOptional() @Is(text(64)) sector?: string | null;
}

export class ChannelRecorded extends Recorded {
  @Is(oneOf(CHANNEL_KINDS)) kind!: ChannelKind;
  /** The code of the channel that it is a part of; null: of none. */
  @IsOptional() @Is(text(64)) parent?: string | null;
  @IsOptional() @Is(day) from?: string | null;
  @IsOptional() @Is(day) through?: string | null;
}

/** Somebody who signs people up for a channel. */
export class AgentRecorded extends Recorded {
  @Is(text(64)) channelCode!: string;
  @IsOptional() @Is(day) from?: string | null;
  @IsOptional() @Is(day) through?: string | null;
}

export class SponsorRecorded extends Recorded {
  @Is(oneOf(PAYER_KINDS)) kind!: PayerKind;
  /** Person-months that are granted. */
  @IsOptional() @Is(integer(0)) personMonths?: number | null;
  /** Regions whose people may be enrolled; null: all. */
  @IsOptional() @Is(listOf(residenceCode, { min: 1, max: 200 })) regions?: string[] | null;
  /** Occupations that may be enrolled; null: all. */
  @IsOptional() @Is(listOf(text(64), { min: 1, max: 200 })) occupations?: string[] | null;
}

/** A campaign or an event of a channel; how many people it reached, where that is known. */
export class CampaignRecorded extends Recorded {
  @IsOptional() @Is(text(64)) channelCode?: string | null;
  @IsOptional() @Is(day) from?: string | null;
  @IsOptional() @Is(day) through?: string | null;
  @IsOptional() @Is(integer(0)) reached?: number | null;
  /** How many people it was meant to reach. */
  @IsOptional() @Is(integer(0)) plannedReach?: number | null;
  /** A region code. */
  @IsOptional() @Is(residenceCode) place?: string | null;
  /** The code of who pays for those who take part. */
  @IsOptional() @Is(text(64)) organiser?: string | null;
  @IsOptional() @Is(oneOf(PAYER_KINDS)) payerKind?: PayerKind | null;
  /** What those who take part do there. */
  @IsOptional() @Is(text(64)) occupation?: string | null;
}

export const employerRecorded = defineEvent({
  topic: registersTopic,
  type: 'id.cakupan.enrollment.employer-recorded.v1',
  summary: 'The entry of an employer as it is now; what is not known is null.',
  payload: EmployerRecorded,
  key: (entry) => entry.code,
  subject: (entry) => `register/${entry.code}`,
  example: { code: 'NPP-33720017', riskGroup: 'low', size: 'small', sector: 'trade' },
});

export const channelRecorded = defineEvent({
  topic: registersTopic,
  type: 'id.cakupan.enrollment.channel-recorded.v1',
  summary: 'The entry of a channel as it is now.',
  payload: ChannelRecorded,
  key: (entry) => entry.code,
  subject: (entry) => `register/${entry.code}`,
  example: { code: 'PKL-MANAHAN', kind: 'association', parent: null, from: null, through: null },
});

export const agentRecorded = defineEvent({
  topic: registersTopic,
  type: 'id.cakupan.enrollment.agent-recorded.v1',
  summary: 'The entry of an agent of a channel as it is now.',
  payload: AgentRecorded,
  key: (entry) => entry.code,
  subject: (entry) => `register/${entry.code}`,
  example: { code: 'A-118', channelCode: 'PKL-MANAHAN', from: '2024-01-01', through: null },
});

export const sponsorRecorded = defineEvent({
  topic: registersTopic,
  type: 'id.cakupan.enrollment.sponsor-recorded.v1',
  summary: 'The entry of someone who pays for others as it is now.',
  payload: SponsorRecorded,
  key: (entry) => entry.code,
  subject: (entry) => `register/${entry.code}`,
  example: {
    code: 'CSR-BANK-SOLO',
    kind: 'sponsor',
    personMonths: 6_000,
    regions: ['33.72'],
    occupations: null,
  },
});

export const campaignRecorded = defineEvent({
  topic: registersTopic,
  type: 'id.cakupan.enrollment.campaign-recorded.v1',
  summary: 'The entry of a campaign or event as it is now.',
  payload: CampaignRecorded,
  key: (entry) => entry.code,
  subject: (entry) => `register/${entry.code}`,
  example: {
    code: 'BANJARSARI-FUN-RUN',
    channelCode: 'EVT-BANJARSARI',
    from: '2024-11-14',
    through: '2024-11-16',
    reached: 16_000,
    plannedReach: 20_000,
    place: '33.72.05',
    organiser: 'EO-BANJARSARI',
    payerKind: 'organiser',
    occupation: 'athlete',
  },
});
