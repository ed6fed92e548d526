import { Findings, type Finding } from '../findings.js';
import type { Gathered } from '../gather/gather.js';
import { TOPICS } from '../topics.js';
import { accountedByReporting, countedByReporting } from './counted-by-reporting.js';

const POSITIONS = 'select topic, partition, next_offset::text as position from consumer_position';

/**
 * I7: every consumer stands at the end of each of its partitions, and reporting has counted what lies in them: the events,
 * and in its account each offset, whatever became of it, with the digest that the message has in the log.
 */
export const offsets = async ({ sessions, ends, logDigests, onPurpose }: Gathered): Promise<Finding> => {
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
  await accountedByReporting(findings, { sessions, ends, logDigests, onPurpose });
  return findings.result;
};
