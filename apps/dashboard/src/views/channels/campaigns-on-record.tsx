import type { Campaigns } from '../../api/answers.js';
import type { Answered } from '../../api/client.js';
import { askCampaigns } from '../../api/funnel-asks.js';
import { campaignDefinition, type CampaignMetric } from '../../explain/of-campaigns.js';
import { undertakingsOf, type Undertaking } from '../../model/campaigns.js';
import { COUNTRY, liesIn } from '../../model/regions.js';
import { useAnswer } from '../../page/answers.js';
import { useVisit } from '../../page/visit.js';
import { Go } from '../../parts/go.js';
import { NumberButton } from '../../parts/number.js';
import { WhenThere } from '../../parts/part.js';
import { Table } from '../../parts/table.js';

interface Props {
  readonly of: Answered<Campaigns>;
  readonly undertaking: Undertaking;
  readonly isFirst: boolean;
}

const Cell = ({ metric, isTabStop, ...given }: Omit<Props, 'isFirst'> & CellProps) => {
  const { shown } = useVisit();
  return (
    <td>
      <NumberButton
        text={shown.whole(given.undertaking[metric])}
        isTabStop={isTabStop}
        define={() => campaignDefinition(metric, given, shown)}
      />
    </td>
  );
};
interface CellProps {
  readonly metric: CampaignMetric;
  readonly isTabStop: boolean;
}

const Line = ({ isFirst, ...given }: Props) => {
  const { place, shown, regions } = useVisit();
  const { words, day } = shown;
  const { channel, channelCode, from, through } = given.undertaking;
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
      <Cell {...given} metric="campaigns" isTabStop={isFirst} />
      <Cell {...given} metric="reached" isTabStop={false} />
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
        {(answered) =>
          answered.body.items.length === 0 ? (
            <p class="quiet">{channels.noCampaigns}</p>
          ) : (
            <Table
              caption={channels.campaigns}
              columns={[channels.cuts['channel-code'], channels.days, channels.count, channels.short.reached]}
              hasNumbers
            >
              {undertakingsOf(answered.body.items).map((undertaking, index) => (
                <Line
                  key={`${undertaking.channel} ${undertaking.channelCode}`}
                  of={answered}
                  undertaking={undertaking}
                  isFirst={index === 0}
                />
              ))}
            </Table>
          )
        }
      </WhenThere>
    </section>
  );
};
