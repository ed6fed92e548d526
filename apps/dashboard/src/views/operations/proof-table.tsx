import type { Proof } from '../../api/answers.js';
import type { Answered } from '../../api/client.js';
import { partitionDefinition, type ProofMetric } from '../../explain/of-proof.js';
import { instantInJakarta } from '../../format/days.js';
import { useVisit } from '../../page/visit.js';
import { NumberButton } from '../../parts/number.js';
import { Table } from '../../parts/table.js';

type PartitionProof = Proof['partitions'][number];

const METRICS: readonly ProofMetric[] = ['read', 'lag', 'proven'];

const countOf = (metric: ProofMetric, { applied, lag, proven }: PartitionProof): number => {
  if (metric === 'lag') return lag;
  return metric === 'proven' ? proven.count : (applied?.count ?? 0);
};

interface Props {
  readonly of: Answered<Proof>;
}

const Line = ({ of, one, isFirst }: Props & { readonly one: PartitionProof; readonly isFirst: boolean }) => {
  const { shown } = useVisit();
  const { words, whole, language } = shown;
  return (
    <tr>
      <th scope="row">{one.topic}</th>
      <th scope="row" class="is-name">
        {whole(one.partition)}
      </th>
      {METRICS.map((metric, index) => (
        <td key={metric}>
          <NumberButton
            text={whole(countOf(metric, one))}
            isTabStop={isFirst && index === 0}
            define={() => partitionDefinition(metric, { of, partition: one }, shown)}
          />
        </td>
      ))}
      <td>{one.through === null ? words.unknown : instantInJakarta(one.through, language)}</td>
    </tr>
  );
};

/** Partition by partition: how far it is read, how far behind, and how far it is proven. */
export const ProofTable = ({ of }: Props) => {
  const { words } = useVisit().shown;
  const { topic, partition, through, ...columns } = words.proof.columns;
  return (
    <Table
      caption={words.proof.title}
      columns={[topic, partition, ...METRICS.map((metric) => columns[metric]), through]}
      hasNumbers
    >
      {of.body.partitions.map((one, index) => (
        <Line key={`${one.topic} ${one.partition}`} of={of} one={one} isFirst={index === 0} />
      ))}
    </Table>
  );
};
