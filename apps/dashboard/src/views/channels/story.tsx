import type { Funnel } from '../../api/answers.js';
import type { Answered } from '../../api/client.js';
import { askCampaigns } from '../../api/funnel-asks.js';
import { campaignsIn } from '../../model/campaigns.js';
import { bodyOf, useAnswer } from '../../page/answers.js';
import { useVisit } from '../../page/visit.js';

const LATEST_MONTHS = [12, 6, 3] as const;

/** What campaigns brought, in words: whom they reached, who signed up, and how many of these are left. */
export const Story = ({ of }: { readonly of: Answered<Funnel> }) => {
  const { place, shown } = useVisit();
  const all = bodyOf(useAnswer(askCampaigns));
  const { words, whole, ratio } = shown;
  const { channels } = words;
  const { reached, signedUp, retention } = of.body;
  const isOfCampaigns = place.channel !== null || place.channelCode !== null || place.campaign !== null;
  if (reached === null || all === null || !isOfCampaigns) return null;
  const { length: count } = campaignsIn(all.items, {
    ...place,
    from: of.body.from,
    through: of.body.through,
  });
  const months = LATEST_MONTHS.find((each) => retention[each].due > 0);
  return (
    <p class="sentence" id="story">
      {channels.story(
        whole(reached),
        whole(count),
        whole(signedUp),
        ratio(reached === 0 ? null : signedUp / reached),
        whole(count === 0 ? 0 : Math.round(signedUp / count)),
      )}
      {months &&
        ` ${channels.storyEnd(String(months), whole(retention[months].kept), whole(retention[months].due))}`}
    </p>
  );
};
