import { askReporting } from '../ask-reporting.js';
import type { Command } from '../command.js';
import { textTable } from '../print.js';

interface Flaw {
  readonly topic: string;
  readonly partition: number;
  readonly event: number;
  readonly offset: number | null;
  readonly explanation: string;
}

interface Partition {
  readonly topic: string;
  readonly partition: number;
  readonly log: { readonly count: number };
  readonly applied: { readonly count: number } | null;
  readonly owner: { readonly count: number } | null;
  readonly proven: { readonly count: number; readonly digest: string };
}

/** What is used of the answer of `GET /v1/proof`. */
export interface Proof {
  readonly proven: boolean;
  readonly through: string | null;
  readonly flaws: readonly Flaw[];
  readonly parked: number;
  readonly waived: readonly object[];
  readonly partitions: readonly Partition[];
}

const sumsOf = (partitions: readonly Partition[]) =>
  [...Map.groupBy(partitions, ({ topic }) => topic)].map(([topic, ofTopic]) => ({
    topic,
    log: ofTopic.reduce((sum, { log }) => sum + log.count, 0),
    applied: ofTopic.reduce((sum, { applied }) => sum + (applied?.count ?? 0), 0),
    owner: ofTopic.reduce((sum, { owner }) => sum + (owner?.count ?? 0), 0),
    proven: ofTopic.reduce((sum, { proven }) => sum + proven.count, 0),
  }));

/** One line that says it, what speaks against it, and the events of each topic. */
export const screenOf = ({ proven, through, flaws, parked, waived, partitions }: Proof): string => {
  const until = through === null ? 'nothing is proven yet' : `what was recorded through ${through}`;
  const verdict = proven ? `Proven: ${until}.` : `Not proven${through === null ? '' : ` beyond ${until}`}.`;
  const against = [
    ...flaws.map(({ topic, partition, event, offset, explanation }) => {
      const place = offset === null ? 'behind the end of the log' : `at offset ${offset}`;
      return `${topic}/${partition}, event ${event}, ${place}: ${explanation}.`;
    }),
    ...(parked > 0 ? [`${parked} messages wait to be looked at: cakupan parked list.`] : []),
    ...(waived.length > 0 ? [`${waived.length} messages were given up; figures do without them.`] : []),
  ];
  return [verdict, ...against, '', textTable(sumsOf(partitions))].join('\n');
};

/** Whether the figures are made of just what their owners said. */
export const proof: Command = {
  usage: 'proof',
  summary:
    'until when the figures are proven against their owners, and where not; exit code 1 when they are not',
  options: {},
  run: async ({ folder }) => {
    const answer = await askReporting<Proof>(folder, { path: 'proof', role: 'analyst' });
    return { text: screenOf(answer), data: answer, exitCode: answer.proven ? 0 : 1 };
  },
};
