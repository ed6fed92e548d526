import type { Findings } from '../findings.js';
import type { Gathered } from '../gather/gather.js';
import { CONTRIBUTIONS, MEMBERS } from '../topics.js';

/** Topics whose events are about persons. */
const COUNTED: readonly string[] = [MEMBERS, CONTRIBUTIONS];
const READ = 'select topic, partition, events::text as events from reading';
const TOLD = `
  select topic, partition, count(distinct (subject, sequence))::text as events from logged group by 1, 2`;

const nameOf = ({ topic, partition }: { topic: string; partition: number }) => `${topic}/${partition}`;

interface Count {
  readonly topic: string;
  readonly partition: number;
  readonly events: string;
}

/** What reporting says that it has read of each partition, against the events that lie in it. */
export const countedByReporting = async (
  findings: Findings,
  sessions: Gathered['sessions'],
): Promise<void> => {
  const counted = new Map((await sessions.reporting.query<Count>(READ)).map((row) => [nameOf(row), row]));
  for (const writer of ['enrollment', 'contribution', 'claims'] as const)
    for (const told of await sessions[writer].query<Count>(TOLD)) {
      if (!COUNTED.includes(told.topic)) continue;
      const events = counted.get(nameOf(told))?.events ?? '0';
      findings.expect(
        events === told.events,
        () => `reporting counted ${events} events of ${nameOf(told)}, where there are ${told.events}`,
      );
    }
};
