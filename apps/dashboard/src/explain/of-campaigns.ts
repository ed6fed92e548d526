import type { Campaigns } from '../api/answers.js';
import type { Answered } from '../api/client.js';
import type { Undertaking } from '../model/campaigns.js';
import type { Shown } from '../words/shown.js';
import type { Definition, Input } from './definition.js';
import { definitionOfAnswer, ofKnown } from './of-answer.js';

/** The numbers of an undertaking. */
export type CampaignMetric = 'campaigns' | 'reached';

/** What is said of a number of the campaigns by which one channel reached people. */
export const campaignDefinition = (
  metric: CampaignMetric,
  { of, undertaking }: { readonly of: Answered<Campaigns>; readonly undertaking: Undertaking },
  { words, whole, day, code }: Shown,
): Definition => {
  const { channels, definitions } = words;
  const { channel, channelCode, campaigns, reached, from, through } = undertaking;
  const other: Input =
    metric === 'campaigns' ? [channels.short.reached, whole(reached)] : [channels.count, whole(campaigns)];
  return definitionOfAnswer(of, {
    title: metric === 'campaigns' ? channels.count : channels.milestones.reached,
    meaning: metric === 'campaigns' ? channels.countMeaning : channels.meanings.reached,
    inputs: [
      ...ofKnown(channels.cuts.channel, channel, code),
      ...ofKnown(channels.cuts['channel-code'], channelCode, String),
      ...ofKnown(definitions.from, from, day),
      ...ofKnown(definitions.through, through, day),
      other,
    ],
    standing: { kind: 'other', text: definitions.bases.campaigns },
  });
};

/** What is said of how many campaigns a story tells of, or of how many signed up by each on average. */
export const storyDefinition = (
  metric: 'campaigns' | 'perCampaign',
  {
    of,
    campaigns,
    signedUp,
  }: { readonly of: Answered<Campaigns>; readonly campaigns: number; readonly signedUp: number },
  { words, whole }: Shown,
): Definition => {
  const { channels, definitions } = words;
  const isCount = metric === 'campaigns';
  const average = `${whole(signedUp)} ÷ ${whole(campaigns)} → ${whole(Math.round(signedUp / campaigns))}`;
  return definitionOfAnswer(of, {
    title: isCount ? channels.count : channels.perCampaign,
    meaning: isCount ? channels.countMeaning : channels.perCampaignMeaning,
    calculation: isCount || campaigns === 0 ? null : average,
    inputs: [
      [channels.count, whole(campaigns)],
      [channels.milestones.signedUp, whole(signedUp)],
    ],
    standing: { kind: 'other', text: definitions.bases.campaigns },
  });
};
