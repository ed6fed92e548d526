import type { Campaign } from '../api/answers.js';
import type { Period } from './periods.js';
import type { Place } from './place.js';
import { liesIn } from './regions.js';

type Asked = Pick<Place, 'region' | 'channel' | 'channelCode' | 'campaign'> & Period;

const fits = (wanted: string | null, value: string | null): boolean => wanted === null || wanted === value;

/** The campaigns whose reach the service counts for a funnel: within the regions, by the channel, in the period. */
export const campaignsIn = (
  campaigns: readonly Campaign[],
  { region, channel, channelCode, campaign, from, through }: Asked,
): readonly Campaign[] =>
  campaigns.filter(
    (each) =>
      fits(campaign, each.id) &&
      fits(channel, each.channel) &&
      fits(channelCode, each.channelCode) &&
      each.regions.every((code) => liesIn(code, region.split(','))) &&
      (each.from === null || each.from <= through) &&
      (each.through === null || each.through >= from),
  );

/** Campaigns of one channel, as one undertaking: a run in eleven cities, say. */
export interface Undertaking {
  readonly channel: string | null;
  readonly channelCode: string | null;
  readonly campaigns: number;
  readonly reached: number;
  /** Null where one of them has no first, or no last day. */
  readonly from: string | null;
  readonly through: string | null;
}

const firstOf = (days: readonly (string | null)[]): string | null =>
  days.reduce((first, day) => (first === null || day === null ? null : day < first ? day : first));

const lastOf = (days: readonly (string | null)[]): string | null =>
  days.reduce((last, day) => (last === null || day === null ? null : day > last ? day : last));

/** Campaigns by channel, the latest first. */
export const undertakingsOf = (campaigns: readonly Campaign[]): readonly Undertaking[] =>
  [...Map.groupBy(campaigns, ({ channel, channelCode }) => `${channel} ${channelCode}`).values()]
    .map((own) => ({
      channel: own[0]!.channel,
      channelCode: own[0]!.channelCode,
      campaigns: own.length,
      reached: own.reduce((sum, { reached }) => sum + reached, 0),
      from: firstOf(own.map(({ from }) => from)),
      through: lastOf(own.map(({ through }) => through)),
    }))
    .sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? 1 : -1));
