import type { Proof } from '../api/answers.js';
import type { Answered } from '../api/client.js';
import type { Shown } from '../words/shown.js';
import type { Definition, Input } from './definition.js';
import { definitionOfAnswer } from './of-answer.js';

type PartitionProof = Proof['partitions'][number];

/** The numbers of a partition that is proven. */
export type ProofMetric = 'read' | 'lag' | 'proven';

/** Events with the digest that they add up to, where there are any. */
const ofCount = (
  label: string,
  of: { readonly count: number; readonly digest: string | null } | null,
  { whole }: Shown,
): readonly Input[] =>
  of === null ? [] : [[label, of.digest === null ? whole(of.count) : `${whole(of.count)} (${of.digest})`]];

/** What is said of how far a partition is read or proven. */
export const partitionDefinition = (
  metric: ProofMetric,
  { of, partition: one }: { readonly of: Answered<Proof>; readonly partition: PartitionProof },
  shown: Shown,
): Definition => {
  const { words, whole } = shown;
  const { columns, meanings, log, owner } = words.proof;
  const isLag = metric === 'lag' && one.lag === one.end - one.position;
  return definitionOfAnswer(of, {
    title: columns[metric],
    meaning: meanings[metric],
    calculation: isLag ? `${whole(one.end)} − ${whole(one.position)} = ${whole(one.lag)}` : null,
    inputs: [
      [columns.topic, one.topic],
      [columns.partition, whole(one.partition)],
      [words.flow.position, whole(one.position)],
      [words.flow.end, whole(one.end)],
      ...ofCount(log, one.log, shown),
      ...ofCount(columns.read, one.applied, shown),
      ...ofCount(owner, one.owner, shown),
      ...ofCount(columns.proven, one.proven, shown),
    ],
    standing: { kind: 'events', text: words.definitions.bases.owners },
  });
};

/** What is said of whether all is proven. */
export const verdictDefinition = (of: Answered<Proof>, { words, whole }: Shown): Definition => {
  const { proof, definitions } = words;
  const { flaws, parked, waived, partitions } = of.body;
  return definitionOfAnswer(of, {
    title: definitions.proof,
    meaning: proof.meanings.verdict,
    inputs: [
      [proof.columns.partition, whole(partitions.length)],
      [proof.flaws, whole(flaws.length)],
      [proof.waiting, whole(parked)],
      [proof.given, whole(waived.length)],
    ],
    standing: { kind: 'events', text: definitions.bases.owners },
  });
};
