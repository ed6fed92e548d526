import type { Gap, Gaps } from '../../api/answers.js';
import type { Answered } from '../../api/client.js';
import { aimOf } from '../../explain/aim.js';
import { gapDefinition, gapText, type GapMetric } from '../../explain/of-gap.js';
import { sharedTargetDefinition } from '../../explain/of-shared-target.js';
import { channelKindOf } from '../../model/vocabulary.js';
import { useVisit } from '../../page/visit.js';
import { Go } from '../../parts/go.js';
import { NumberButton } from '../../parts/number.js';
import { Sentence } from '../../parts/sentence.js';
import { Table } from '../../parts/table.js';

const METRICS: readonly GapMetric[] = ['missing', 'coverage', 'pacePerDay', 'retention', 'needed'];

interface Props {
  readonly of: Answered<Gaps>;
}

interface CellProps extends Props {
  readonly metric: GapMetric;
  readonly gap: Gap;
  readonly isTabStop: boolean;
}

const Cell = ({ metric, isTabStop, ...given }: CellProps) => {
  const { shown } = useVisit();
  return (
    <td>
      <NumberButton
        text={gapText(metric, given, shown)}
        isTabStop={isTabStop}
        define={() => gapDefinition(metric, given, shown)}
      />
    </td>
  );
};

const Line = ({ of, gap, isFirst }: Props & { readonly gap: Gap; readonly isFirst: boolean }) => (
  <tr>
    <Cell metric="rank" of={of} gap={gap} isTabStop={false} />
    <th scope="row">
      <Go to={{ view: 'overview', region: gap.region }}>{gap.name ?? gap.region}</Go>
    </th>
    {METRICS.map((metric, index) => (
      <Cell key={metric} metric={metric} of={of} gap={gap} isTabStop={isFirst && index === 0} />
    ))}
  </tr>
);

/** Who is counted, and which target is shared out: that of the segment, where one was chosen. */
const Shared = ({ of }: Props) => {
  const { shown, place } = useVisit();
  const { gapView } = shown.words;
  const { target } = of.body.whole;
  const codes = [place.segment, channelKindOf(place.channel)].filter((code) => code !== null);
  const who = codes.length === 0 ? gapView.everybody : codes.map(shown.code).join(', ');
  return (
    <p class="note" id="shared">
      {gapView.counted(who)}{' '}
      {target === null ? (
        gapView.noTarget
      ) : (
        <Sentence
          say={(aim) => gapView.targetShared(aim, target.id)}
          numbers={[{ text: aimOf(target, shown), define: () => sharedTargetDefinition(of, target, shown) }]}
        />
      )}
    </p>
  );
};

/** The regions in the order of the service: most missing, fastest, or most retained first. */
export const Ranking = ({ of }: Props) => {
  const { words } = useVisit().shown;
  const { rows } = of.body;
  const { gapView, progress } = words;
  const columns = [
    gapView.rank,
    words.region,
    words.gap,
    words.coverage,
    progress.pacePerDay,
    gapView.retention,
    gapView.share,
  ];
  return (
    <>
      <Table caption={gapView.where} columns={columns} hasNumbers id="ranking">
        {rows.map((gap, index) => (
          <Line key={gap.region} of={of} gap={gap} isFirst={index === 0} />
        ))}
      </Table>
      <Shared of={of} />
    </>
  );
};
