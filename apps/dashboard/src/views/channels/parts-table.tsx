import type { Funnel, FunnelPart } from '../../api/answers.js';
import type { Answered } from '../../api/client.js';
import { shortMonth } from '../../format/days.js';
import { MILESTONES, stagesOf, type Milestone, type Stage } from '../../model/funnel.js';
import type { FunnelCut, Place } from '../../model/place.js';
import { useVisit } from '../../page/visit.js';
import { Bar } from '../../parts/bar.js';
import { Go } from '../../parts/go.js';
import { Table } from '../../parts/table.js';
import type { Shown } from '../../words/shown.js';
import { StageNumber } from './stage-number.js';

interface Props {
  readonly of: Answered<Funnel>;
}
interface LineProps extends Props {
  readonly row: FunnelPart;
  /** The largest number that signed up by one part. */
  readonly most: number;
  readonly isFirst: boolean;
}

/** What is told apart within a part: of a kind its channels, of these the campaigns, of these the months. */
const within = (cut: FunnelCut, part: string): Partial<Place> | null => {
  switch (cut) {
    case 'channel':
      return { channel: part, funnelCut: 'channel-code' };
    case 'channel-code':
      return { channelCode: part, funnelCut: 'campaign' };
    case 'campaign':
      return { campaign: part, funnelCut: 'month' };
    case 'month':
      return null;
  }
};

const nameOf = (cut: FunnelCut, part: string | null, { words, code, language }: Shown): string => {
  if (part === null) return words.channels.noCampaign;
  return cut === 'month' ? shortMonth(`${part}-01`, language) : code(part);
};

/** People and memberships as they are, those who stayed as shares. */
const textOf = (stage: Stage | undefined, { count, ratio, words }: Shown): string => {
  if (stage === undefined) return words.unknown;
  return ['reached', 'signedUp'].includes(stage.milestone) ? count(stage.count) : ratio(stage.share);
};

const Cell = ({ stage, ...of }: Omit<Parameters<typeof StageNumber>[0], 'stage' | 'text'> & CellProps) => {
  const { shown } = useVisit();
  const text = textOf(stage, shown);
  return <td>{stage === undefined ? text : <StageNumber {...of} stage={stage} text={text} />}</td>;
};
interface CellProps {
  readonly stage: Stage | undefined;
}

const Line = ({ of, row, most, isFirst }: LineProps) => {
  const { place, shown } = useVisit();
  const { funnelCut } = place;
  const name = nameOf(funnelCut, row.part, shown);
  const to = row.part === null ? null : within(funnelCut, row.part);
  const stages = stagesOf(row);
  const stageAt = (milestone: Milestone) => stages.find((stage) => stage.milestone === milestone);
  return (
    <tr>
      <th scope="row">
        {to === null ? name : <Go to={to}>{name}</Go>}
        <Bar share={most === 0 ? 0 : row.signedUp / most} />
      </th>
      {MILESTONES.map((milestone, index) => (
        <Cell
          key={milestone}
          of={of}
          stage={stageAt(milestone)}
          part={name}
          isTabStop={isFirst && index === 0}
        />
      ))}
    </tr>
  );
};

/** The parts by which most signed up first; months as they come. */
const inOrder = (rows: readonly FunnelPart[], cut: FunnelCut): readonly FunnelPart[] =>
  cut === 'month' ? rows : rows.toSorted((a, b) => b.signedUp - a.signedUp);

/** Kinds of channels, channels, campaigns or months, one a line, each with how far its memberships came. */
export const PartsTable = ({ of }: Props) => {
  const { place, shown } = useVisit();
  const { channels } = shown.words;
  const { rows } = of.body;
  const most = Math.max(0, ...rows.map(({ signedUp }) => signedUp));
  const columns = [
    channels.cuts[place.funnelCut],
    ...MILESTONES.map((milestone) => channels.short[milestone]),
  ];
  return (
    <Table caption={channels.parts} columns={columns} hasNumbers id="parts">
      {inOrder(rows, place.funnelCut).map((row, index) => (
        <Line key={row.part} of={of} row={row} most={most} isFirst={index === 0} />
      ))}
    </Table>
  );
};
