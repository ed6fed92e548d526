import type { Funnel } from '../../api/answers.js';
import type { Answered } from '../../api/client.js';
import { couldDefinition, lossDefinition } from '../../explain/of-funnel.js';
import { stagesOf, worstLoss, type Stage } from '../../model/funnel.js';
import { useVisit } from '../../page/visit.js';
import { Bar } from '../../parts/bar.js';
import { NumberButton } from '../../parts/number.js';
import { Sentence } from '../../parts/sentence.js';
import { Table } from '../../parts/table.js';
import { StageNumber } from './stage-number.js';

interface Props {
  readonly of: Answered<Funnel>;
}

const Line = ({ of, stage, isFirst }: Props & { readonly stage: Stage; readonly isFirst: boolean }) => {
  const { shown } = useVisit();
  const { milestone, of: all, share } = stage;
  return (
    <tr>
      <th scope="row">
        {shown.words.channels.milestones[milestone]}
        <Bar share={milestone === 'signedUp' ? 1 : (share ?? 0)} />
      </th>
      <td>
        <StageNumber of={of} stage={stage} part={null} text={shown.count(stage.count)} isTabStop={isFirst} />
      </td>
      <td>
        {all === null ? (
          shown.words.unknown
        ) : (
          <NumberButton
            text={shown.count(all)}
            isTabStop={false}
            define={() => couldDefinition({ of, stage, part: null }, shown)}
          />
        )}
      </td>
      <td>
        <StageNumber of={of} stage={stage} part={null} text={shown.ratio(share)} isTabStop={false} />
      </td>
    </tr>
  );
};

/** Where the most fell away. */
const MostLost = ({ of }: Props) => {
  const { shown } = useVisit();
  const { milestones, mostLost, nothingLost } = shown.words.channels;
  const loss = worstLoss(of.body);
  if (loss === null) return <>{nothingLost}</>;
  const fall = { text: shown.points(loss.fall), define: () => lossDefinition(of, loss, shown) };
  return (
    <Sentence
      say={(points) => mostLost(milestones[loss.from], milestones[loss.to], points)}
      numbers={[fall]}
    />
  );
};

/** Stage by stage: how many came so far, of how many; and where the most fell away. */
export const StagesTable = ({ of }: Props) => {
  const { channels } = useVisit().shown.words;
  return (
    <>
      <p class="sentence" id="most-lost">
        <MostLost of={of} />
      </p>
      <Table
        caption={channels.funnel}
        columns={[channels.stage, channels.parts, channels.ofThese, channels.share]}
        hasNumbers
        id="stages"
      >
        {stagesOf(of.body).map((stage, index) => (
          <Line key={stage.milestone} of={of} stage={stage} isFirst={index === 0} />
        ))}
      </Table>
    </>
  );
};
