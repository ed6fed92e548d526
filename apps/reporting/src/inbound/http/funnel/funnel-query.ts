import { CHANNEL_KINDS, Is, kinds, type ChannelKind } from '#libs/contracts';
import { AsList } from '#libs/http';
import { IsOptional } from 'class-validator';
import { FUNNEL_CUTS, type FunnelCut } from '../../../use-cases/funnel.js';
import { listed } from '../listed.js';

const REGIONS_MAX = 1_000;
/** A code, or `area:` with the name of a set; whether there is one is a rule's business. */
const regionText = kinds.text(133, 0);

/** Which memberships to follow: those registered from a day through another. */
export class FunnelQuery {
  @Is(kinds.day) from!: string;
  @Is(kinds.day) through!: string;
  /** The kind of channel. */
  @IsOptional() @Is(kinds.oneOf(CHANNEL_KINDS)) channel?: ChannelKind;
  @IsOptional() @Is(kinds.text(64)) channelCode?: string;
  @IsOptional() @Is(kinds.text(64)) campaign?: string;
  /** Where persons lived on the day of registration: codes, separated by commas, or `area:CODE`. */
  @IsOptional() @AsList() @Is(listed(regionText, REGIONS_MAX)) region: string[] = ['ID'];
  @IsOptional() @Is(kinds.oneOf(FUNNEL_CUTS)) by?: FunnelCut;
}
