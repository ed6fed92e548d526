import { Findings, type Finding } from '../findings.js';
import type { Gathered } from '../gather/gather.js';
import type { Session } from '../gather/session.js';
import { SERVICES, TOPICS } from '../topics.js';

/** The first occurrence of each number, and the place that it has among those of its subject. */
const FIRSTS = `
  with first as (
    select topic, subject, sequence, min(log_offset) as log_offset, min(partition) as partition,
           max(partition) as last_partition
      from logged group by topic, subject, sequence
  ), placed as (
    select *, row_number() over of_subject as place, lag(sequence) over of_subject as before,
           min(partition) over (partition by topic, subject) as subject_partition
      from first window of_subject as (partition by topic, subject order by partition, log_offset)
  )`;

const WRONG = `${FIRSTS}
  select topic, subject, partition, log_offset, sequence, before, partition <> subject_partition as "isElsewhere"
    from placed
   where partition <> subject_partition or last_partition <> subject_partition
      or case when topic = any($1) then sequence <= before else sequence <> place end
   order by topic, subject, log_offset`;

interface Wrong {
  readonly topic: string;
  readonly subject: string;
  readonly partition: number;
  readonly log_offset: string;
  readonly sequence: string;
  readonly before: string | null;
  readonly isElsewhere: boolean;
}

const COMPACTED = TOPICS.filter(({ isCompacted }) => isCompacted).map(({ name }) => name);

const OCCURRENCES = `
  select topic, subject, sequence, partition from logged
    join unnest($1::text[], $2::text[]) as asked (topic, subject) using (topic, subject)
   order by topic, subject, partition, log_offset`;

interface Occurrence {
  readonly topic: string;
  readonly subject: string;
  readonly sequence: string;
}

const nameOf = ({ topic, subject }: { topic: string; subject: string }) => `${topic} ${subject}`;

/**
 * Subjects whose numbers came out of order and were sent again until they lay in order: who takes only the next number
 * comes to the last one.
 */
const mended = async (session: Session, wrong: readonly Wrong[]): Promise<ReadonlySet<string>> => {
  const subjects = new Map(wrong.map((row) => [nameOf(row), row]));
  const asked = [...subjects.values()];
  const rows = await session.query<Occurrence>(OCCURRENCES, [
    asked.map(({ topic }) => topic),
    asked.map(({ subject }) => subject),
  ]);
  const found = new Set<string>();
  for (const [name, occurrences] of Map.groupBy(rows, nameOf)) {
    const numbers = occurrences.map(({ sequence }) => Number(sequence));
    const taken = numbers.reduce((last, number) => (number === last + 1 ? number : last), 0);
    if (taken === Math.max(...numbers)) found.add(name);
  }
  return found;
};

const sentence = (row: Wrong): string => {
  const place = `${row.topic} ${row.partition}/${row.log_offset}`;
  return row.isElsewhere
    ? `${place}: ${row.subject} lies in other partitions as well`
    : `${place}: number ${row.sequence} of ${row.subject} comes behind ${row.before ?? 'nothing'}`;
};

/** I5: the numbers of each subject are 1, 2, 3 … without a gap, and can be taken in this order. */
export const sequences = async ({ sessions, onPurpose }: Gathered): Promise<Finding> => {
  const findings = new Findings();
  for (const service of SERVICES) {
    const session = sessions[service];
    const [subjects] = await session.query<{ count: string }>(
      'select count(*) from (select distinct topic, subject from logged) as s',
    );
    findings.looking(Number(subjects!.count));
    const wrong = await session.query<Wrong>(WRONG, [COMPACTED]);
    const excused = onPurpose.isSwapped ? await mended(session, wrong) : new Set<string>();
    for (const row of wrong)
      if (row.isElsewhere || !excused.has(nameOf(row))) findings.violated(sentence(row));
  }
  return findings.result;
};
