import type { Gap, Gaps } from '../../api/answers.js';
import type { Answered } from '../../api/client.js';
import { aimOf } from '../../explain/aim.js';
import { gapDefinition, gapText, type GapMetric } from '../../explain/of-gap.js';
import { channelKindOf } from '../../model/vocabulary.js';
import { useVisit } from '../../page/visit.js';
import { Go } from '../../parts/go.js';
import { NumberButton } from '../../parts/number.js';
import { Table } from '../../parts/table.js';

const METRICS: readonly GapMetric[] = ['missing', 'coverage', 'pacePerDay', 'retention', 'needed'];

interface Props {
  readonly of: Answered<Gaps>;
}

const Line = ({ of, gap, isFirst }: Props & { readonly gap: Gap; readonly isFirst: boolean }) => {
  const { shown } = useVisit();
  const rank = gap.ranks[of.body.rankedBy];
  return (
    <tr>
      <td>{rank === null ? shown.words.unknown : shown.whole(rank)}</td>
      <th scope="row">
        <Go to={{ view: 'overview', region: gap.region }}>{gap.name ?? gap.region}</Go>
      </th>
      {METRICS.map((metric, index) => (
        <td key={metric}>
          <NumberButton
            text={gapText(metric, gap, shown)}
            isTabStop={isFirst && index === 0}
            define={() => gapDefinition(metric, { of, gap }, shown)}
          />
        </td>
      ))}
    </tr>
  );
};

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
      {target === null ? gapView.noTarget : gapView.targetShared(aimOf(target, shown), target.id)}
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
