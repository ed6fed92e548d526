import type { Proof } from '../../api/answers.js';
import { instantInJakarta } from '../../format/days.js';
import { useVisit } from '../../page/visit.js';
import { Table } from '../../parts/table.js';

/** Partition by partition: how far it is read, how far behind, and how far it is proven. */
export const ProofTable = ({ proof }: { readonly proof: Proof }) => {
  const { shown } = useVisit();
  const { words, whole, language } = shown;
  const { partition, read, lag, proven, through } = words.proof.columns;
  const columns = [words.proof.columns.topic, partition, read, lag, proven, through];
  return (
    <Table caption={words.proof.title} columns={columns}>
      {proof.partitions.map((one) => (
        <tr key={`${one.topic} ${one.partition}`}>
          <th scope="row">{one.topic}</th>
          <td>{whole(one.partition)}</td>
          <td>{whole(one.applied?.count ?? 0)}</td>
          <td>{whole(one.lag)}</td>
          <td>{whole(one.proven.count)}</td>
          <td>{one.through === null ? words.unknown : instantInJakarta(one.through, language)}</td>
        </tr>
      ))}
    </Table>
  );
};
