import { Findings, type Finding } from '../findings.js';
import type { Gathered } from '../gather/gather.js';
import { SERVICES, TOPICS } from '../topics.js';

const ON_LOG = `
  select l.topic, l.partition, l.log_offset, l.subject, l.sequence, l.event_id, e.event_id as row_id,
         e.subject is null as "isPhantom"
    from logged as l
    left join event as e on e.subject = l.subject and e.topic = l.topic and e.sequence = l.sequence
   where e.subject is null or e.event_id <> l.event_id or e.key <> l.key or e.type <> l.type
      or md5(e.data)::uuid is distinct from l.digest`;

/** A compacted topic may have dropped what a later message of the key has taken the place of. */
const IN_TABLE = `
  with latest as (
    select topic, key, max(sequence) as sequence from logged where topic = any($1) group by topic, key
  )
  select e.topic, e.subject, e.sequence, e.event_id
    from event as e
    left join logged as l on l.subject = e.subject and l.topic = e.topic and l.sequence = e.sequence
    left join latest on latest.topic = e.topic and latest.key = e.key
   where l.subject is null and e.sequence >= coalesce(latest.sequence, 0)`;

interface OnLog {
  readonly topic: string;
  readonly partition: number;
  readonly log_offset: string;
  readonly subject: string;
  readonly sequence: string;
  readonly event_id: string;
  readonly row_id: string | null;
  readonly isPhantom: boolean;
}

const COMPACTED = TOPICS.filter(({ isCompacted }) => isCompacted).map(({ name }) => name);

const aboutLogged = (row: OnLog): string => {
  const place = `${row.topic} ${row.partition}/${row.log_offset}`;
  const which = `number ${row.sequence} of ${row.subject}`;
  if (row.isPhantom) return `${place}: ${which} (${row.event_id}) has no row in the table of events`;
  return row.event_id === row.row_id
    ? `${place}: ${which} is not what its row says`
    : `${place}: ${which} is ${row.event_id}, its row ${row.row_id}`;
};

/** I2: what is on a topic has a committed row with the same id and content, and what has a row is on its topic. */
export const eventsAndLog = async ({ sessions }: Gathered): Promise<Finding> => {
  const findings = new Findings();
  for (const service of SERVICES) {
    const session = sessions[service];
    const [counts] = await session.query<{ rows: string }>(
      'select (select count(*) from event) + (select count(*) from logged) as rows',
    );
    findings.looking(Number(counts!.rows));
    for (const row of await session.query<OnLog>(ON_LOG)) findings.violated(aboutLogged(row));
    const missing = await session.query<OnLog>(IN_TABLE, [COMPACTED]);
    for (const { topic, subject, sequence, event_id } of missing)
      findings.violated(`${service}: number ${sequence} of ${subject} (${event_id}) is not on ${topic}`);
  }
  return findings.result;
};
