import { askCampaigns } from '../../api/funnel-asks.js';
import { undertakingsOf, type Undertaking } from '../../model/campaigns.js';
import { COUNTRY, liesIn } from '../../model/regions.js';
import { useAnswer } from '../../page/answers.js';
import { useVisit } from '../../page/visit.js';
import { Go } from '../../parts/go.js';
import { WhenThere } from '../../parts/part.js';
import { Table } from '../../parts/table.js';

const Line = ({ of }: { readonly of: Undertaking }) => {
  const { place, shown, regions } = useVisit();
  const { words, whole, day } = shown;
  const { channel, channelCode, campaigns, reached, from, through } = of;
  const region = liesIn(COUNTRY, regions) ? COUNTRY : place.region;
  const to = { region, channel, channelCode, campaign: null, funnelCut: 'campaign', from, through } as const;
  return (
    <tr>
      <th scope="row">
        <Go to={to}>{channelCode ?? shown.code(channel ?? 'unmapped')}</Go>
      </th>
      <td>
        {from === null || through === null
          ? words.channels.always
          : words.benefits.between(day(from), day(through))}
      </td>
      <td>{whole(campaigns)}</td>
      <td>{whole(reached)}</td>
    </tr>
  );
};

/** What was undertaken to reach people, by channel, each a link to what came of it. */
export const CampaignsOnRecord = () => {
  const { channels } = useVisit().shown.words;
  return (
    <section class="panel" aria-labelledby="campaigns-title">
      <header>
        <h2 id="campaigns-title">{channels.campaigns}</h2>
        <p class="note">{channels.campaignsNote}</p>
      </header>
      <WhenThere of={useAnswer(askCampaigns)}>
        {({ body }) =>
          body.items.length === 0 ? (
            <p class="quiet">{channels.noCampaigns}</p>
          ) : (
            <Table
              caption={channels.campaigns}
              columns={[channels.cuts['channel-code'], channels.days, channels.count, channels.short.reached]}
            >
              {undertakingsOf(body.items).map((undertaking) => (
                <Line key={`${undertaking.channel} ${undertaking.channelCode}`} of={undertaking} />
              ))}
            </Table>
          )
        }
      </WhenThere>
    </section>
  );
};
