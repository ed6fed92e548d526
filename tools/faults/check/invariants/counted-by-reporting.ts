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
  select topic, partition, (began_at + events + copies)::text as "next",
         (digest::numeric + copies_digest)::text as digest
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
  /** Of all of them together. */
  readonly digest: string;
}

/** Each offset has gone into reporting's account once, as an event or as a copy of one, and as what it is. */
export const accountedByReporting = async (
  findings: Findings,
  { sessions, ends, logDigests, onPurpose }: Pick<Gathered, 'sessions' | 'ends' | 'logDigests' | 'onPurpose'>,
): Promise<void> => {
  const rows = await sessions.reporting.query<Accounted>(ACCOUNTED);
  const accounts = new Map(rows.map((row) => [nameOf(row), row]));
  for (const { topic, partition, low, high } of ends.filter((each) =>
    ACCOUNTED_TOPICS.includes(each.topic),
  )) {
    const account = accounts.get(nameOf({ topic, partition }));
    const accounted = BigInt(account?.next ?? low);
    findings.expect(
      onPurpose.isReread ? accounted >= high : accounted === high,
      () => `reporting's account of ${topic}/${partition} goes to ${accounted}, the log to ${high}`,
    );
    const digest = BigInt.asIntN(64, BigInt(account?.digest ?? 0));
    findings.expect(
      onPurpose.isReread || digest === logDigests.of({ topic, partition }),
      () => `reporting's account of ${topic}/${partition} is of other messages than those that lie there`,
    );
  }
};
