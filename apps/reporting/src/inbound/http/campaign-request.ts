import { CHANNEL_KINDS, Is, kinds, type ChannelKind } from '#libs/contracts';
import { IsOptional } from 'class-validator';
import type { Campaign } from '../../use-cases/reference-ledger.js';
import { regionCodes, wording } from './reference-answers.js';

/** Something by which a channel reached people: an event, a drive, a mailing. */
export class CampaignRequest {
  /** How many people it reached. */
  @Is(kinds.integer(0)) reached!: number;
  /** The kind of channel. */
  @IsOptional() @Is(kinds.oneOf(CHANNEL_KINDS)) channel?: ChannelKind | null;
  @IsOptional() @Is(kinds.text(64)) channelCode?: string | null;
  /** Codes of the list; the country when absent. */
  @IsOptional() @Is(regionCodes) regions?: string[] | null;
  /** Absent: from the beginning. */
  @IsOptional() @Is(kinds.day) from?: string | null;
  /** The last day; absent: without end. */
  @IsOptional() @Is(kinds.day) through?: string | null;
  @IsOptional() @Is(wording) source?: string | null;
}

/** What is stated, with nothing left open. */
export const campaignIn = (request: CampaignRequest): Campaign => ({
  reached: request.reached,
  channel: request.channel ?? null,
  channelCode: request.channelCode ?? null,
  regions: [...(request.regions ?? ['ID'])].sort(),
  from: request.from ?? null,
  through: request.through ?? null,
  source: request.source ?? null,
});
