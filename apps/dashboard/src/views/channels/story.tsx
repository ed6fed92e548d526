import type { Campaigns, Funnel } from '../../api/answers.js';
import type { Answered } from '../../api/client.js';
import { askCampaigns } from '../../api/funnel-asks.js';
import { storyDefinition } from '../../explain/of-campaigns.js';
import { couldDefinition, stageDefinition } from '../../explain/of-funnel.js';
import { campaignsIn } from '../../model/campaigns.js';
import { stagesOf, type Milestone } from '../../model/funnel.js';
import { useAnswer } from '../../page/answers.js';
import { useVisit } from '../../page/visit.js';
import { Sentence } from '../../parts/sentence.js';

const LATEST_MONTHS = [12, 6, 3] as const;

interface Props {
  readonly of: Answered<Funnel>;
}

/** The numbers of a stage, each with what opens: how many, of how many, and the share. */
const useStage = ({ of }: Props) => {
  const { shown } = useVisit();
  const stages = stagesOf(of.body);
  return (milestone: Milestone) => {
    const stage = stages.find((each) => each.milestone === milestone)!;
    const given = { of, stage, part: null };
    const define = () => stageDefinition(given, shown);
    return {
      count: { text: shown.count(stage.count), define },
      of: { text: shown.count(stage.of), define: () => couldDefinition(given, shown) },
      share: { text: shown.ratio(stage.share), define },
    };
  };
};

/** `Setelah 12 bulan, 2 dari 2.200 masih aktif.`, for the latest day that has come. */
const End = ({ of }: Props) => {
  const { storyEnd } = useVisit().shown.words.channels;
  const stage = useStage({ of });
  const months = LATEST_MONTHS.find((each) => of.body.retention[each].due > 0);
  if (months === undefined) return null;
  const after = stage(`after${months}`);
  return (
    <>
      {' '}
      <Sentence say={(kept, due) => storyEnd(String(months), kept, due)} numbers={[after.count, after.of]} />
    </>
  );
};

const Told = ({ of, campaigns: all }: Props & { readonly campaigns: Answered<Campaigns> }) => {
  const { place, shown } = useVisit();
  const { whole, words } = shown;
  const stage = useStage({ of });
  const { from, through, signedUp } = of.body;
  const { length: count } = campaignsIn(all.body.items, { ...place, from, through });
  const define = (metric: 'campaigns' | 'perCampaign') => () =>
    storyDefinition(metric, { of: all, campaigns: count, signedUp }, shown);
  const each = whole(count === 0 ? 0 : Math.round(signedUp / count));
  return (
    <p class="sentence" id="story">
      <Sentence
        say={words.channels.story}
        numbers={[
          stage('reached').count,
          { text: whole(count), define: define('campaigns') },
          stage('signedUp').count,
          stage('signedUp').share,
          { text: each, define: define('perCampaign') },
        ]}
      />
      <End of={of} />
    </p>
  );
};

/** What campaigns brought, in words: whom they reached, who signed up, and how many of these are left. */
export const Story = ({ of }: Props) => {
  const { place } = useVisit();
  const campaigns = useAnswer(askCampaigns);
  const isOfCampaigns = place.channel !== null || place.channelCode !== null || place.campaign !== null;
  if (of.body.reached === null || campaigns.kind !== 'there' || !isOfCampaigns) return null;
  return <Told of={of} campaigns={campaigns.answer} />;
};
