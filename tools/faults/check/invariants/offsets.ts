import { Findings, type Finding } from '../findings.js';
import type { Gathered } from '../gather/gather.js';
import { TOPICS } from '../topics.js';

const POSITIONS = 'select topic, partition, next_offset::text as position from consumer_position';
const READ = 'select topic, partition, events::text as events from reading';
const TOLD = `
  select topic, partition, count(distinct (subject, sequence))::text as events from logged group by 1, 2`;

const nameOf = ({ topic, partition }: { topic: string; partition: number }) => `${topic}/${partition}`;

/** I7: every consumer stands at the end of each of its partitions, and reporting has counted what lies in them. */
export const offsets = async ({ sessions, ends }: Gathered): Promise<Finding> => {
  const findings = new Findings();
  for (const { name, readers } of TOPICS)
    for (const reader of readers) {
      const rows = await sessions[reader].query<{ topic: string; partition: number; position: string }>(
        `${POSITIONS} where topic = $1`,
        [name],
      );
      const positions = new Map(rows.map((row) => [row.partition, BigInt(row.position)]));
      for (const { partition, low, high } of ends.filter(({ topic }) => topic === name)) {
        const position = positions.get(partition) ?? low;
        findings.expect(
          position === high,
          () => `${reader} stands at ${position} of ${name}/${partition}, which ends at ${high}`,
        );
      }
    }
  await countedByReporting(findings, sessions);
  return findings.result;
};

interface Count {
  readonly topic: string;
  readonly partition: number;
  readonly events: string;
}

const countedByReporting = async (findings: Findings, sessions: Gathered['sessions']): Promise<void> => {
  const counted = new Map((await sessions.reporting.query<Count>(READ)).map((row) => [nameOf(row), row]));
  for (const writer of ['enrollment', 'contribution', 'claims'] as const)
    for (const told of await sessions[writer].query<Count>(TOLD)) {
      const mine = counted.get(nameOf(told));
      if (mine === undefined) continue;
      findings.expect(
        mine.events === told.events,
        () => `reporting counted ${mine.events} events of ${nameOf(told)}, where there are ${told.events}`,
      );
    }
};
