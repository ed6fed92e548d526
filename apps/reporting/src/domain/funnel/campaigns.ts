import type { Day } from '#libs/kernel';
import type { Campaign, Version } from '../references/references.js';
import { andAbove } from '../regions/region-tree.js';

/** Whose reach is asked for: of a period, some regions, and a channel, a code or one campaign; null: any. */
export interface Reached {
  readonly regions: readonly string[];
  readonly from: Day;
  readonly through: Day;
  readonly channel: string | null;
  readonly channelCode: string | null;
  readonly campaign: string | null;
  /** A part of a cut, by which the campaigns must be, too. */
  readonly part: Readonly<
    Partial<Record<'channel' | 'channel-code' | 'campaign' | 'region' | 'month', string>>
  >;
}

const isWithin = ({ regions }: Campaign, wanted: readonly string[]): boolean =>
  regions.every((code) => andAbove(code).some((above) => wanted.includes(above)));

const overlaps = ({ from, through }: Campaign, asked: { readonly from: Day; readonly through: Day }) =>
  (from === null || from <= asked.through) && (through === null || through >= asked.from);

const fits = (wanted: string | null | undefined, value: string | null): boolean =>
  (wanted ?? null) === null || wanted === value;

/**
 * How many people the campaigns reached that ran in the period, within the regions, through the channel; null where no
 * campaign is on record. A campaign is counted whole, in each month that it ran in: nobody knows on which day it reached whom.
 */
export const reachedBy = (campaigns: readonly Version<Campaign>[], asked: Reached): number | null => {
  const { part } = asked;
  const found = campaigns.filter(
    (each) =>
      fits(asked.campaign, each.id) &&
      fits(part.campaign, each.id) &&
      fits(asked.channel, each.channel) &&
      fits(part.channel, each.channel) &&
      fits(asked.channelCode, each.channelCode) &&
      fits(part['channel-code'], each.channelCode) &&
      isWithin(each, part.region === undefined ? asked.regions : [part.region]) &&
      overlaps(each, asked) &&
      (part.month === undefined || overlaps(each, { from: `${part.month}-01`, through: `${part.month}-31` })),
  );
  return found.length === 0 ? null : found.reduce((sum, { reached }) => sum + reached, 0);
};
