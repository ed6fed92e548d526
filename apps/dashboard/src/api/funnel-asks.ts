import { BEGINNING } from '../model/periods.js';
import type { Place } from '../model/place.js';
import type { Campaigns, Funnel } from './answers.js';
import { LIST_MAX, type Ask } from './asks.js';
import { answered } from './client.js';
import type { paths } from './reporting.js';

type FunnelQuery = NonNullable<paths['/v1/funnel']['get']['parameters']['query']>;

/** What became of those who signed up: by whichever channel the place names, cut as it says. */
export const askFunnel = (place: Place, today: string): Ask<Funnel> => {
  const { region, from, through, funnelCut, channel, channelCode, campaign } = place;
  const query: FunnelQuery = {
    region: region.split(','),
    from: from ?? BEGINNING,
    through: through ?? today,
    by: funnelCut,
    ...(channel !== null && { channel: channel as NonNullable<FunnelQuery['channel']> }),
    ...(channelCode !== null && { channelCode }),
    ...(campaign !== null && { campaign }),
  };
  return {
    key: ['funnel', query],
    of: async (client, signal) => answered(await client.GET('/v1/funnel', { params: { query }, signal })),
  };
};

/** All campaigns that are on record, with whom they reached. */
export const askCampaigns: Ask<Campaigns> = {
  key: ['campaigns'],
  of: async (client, signal) =>
    answered(await client.GET('/v1/campaigns', { params: { query: { limit: LIST_MAX } }, signal })),
};
