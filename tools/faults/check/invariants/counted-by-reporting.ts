import type { Findings } from '../findings.js';
import type { Gathered } from '../gather/gather.js';
import { CLAIMS, CONTRIBUTIONS, MEMBERS } from '../topics.js';

/** Topics whose events are about persons. */
const COUNTED: readonly string[] = [MEMBERS, CONTRIBUTIONS];
const ACCOUNTED_TOPICS: readonly string[] = [...COUNTED, CLAIMS];
const READ = 'select topic, partition, events::text as events from reading';
const TOLD = `
  select topic, partition, count(distinct (subject, sequence))::text as events from logged group by 1, 2`;

const nameOf = ({ topic, partition }: { topic: string; partition: number }) => `${topic}/${partition}`;

const ACCOUNTED = `
  select topic, partition, (began_at + events + copies)::text as "next"
    from reading_account where consumer = 'reporting'`;

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

interface Accounted {
  readonly topic: string;
  readonly partition: number;
  /** The offset behind the last one, when each one since the account began was counted once. */
  readonly next: string;
}

/** Each offset has gone into reporting's account once: as an event, or as a copy of one. */
export const accountedByReporting = async (
  findings: Findings,
  { sessions, ends, onPurpose }: Pick<Gathered, 'sessions' | 'ends' | 'onPurpose'>,
): Promise<void> => {
  const rows = await sessions.reporting.query<Accounted>(ACCOUNTED);
  const next = new Map(rows.map((row) => [nameOf(row), BigInt(row.next)]));
  for (const { topic, partition, low, high } of ends.filter((each) =>
    ACCOUNTED_TOPICS.includes(each.topic),
  )) {
    const accounted = next.get(nameOf({ topic, partition })) ?? low;
    findings.expect(
      onPurpose.isReread ? accounted >= high : accounted === high,
      () => `reporting's account of ${topic}/${partition} goes to ${accounted}, the log to ${high}`,
    );
  }
};
