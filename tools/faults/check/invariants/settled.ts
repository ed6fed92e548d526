import { Findings, type Finding } from '../findings.js';
import type { Gathered } from '../gather/gather.js';
import type { PartitionEnds } from '../gather/log.js';
import { SERVICES, TOPICS } from '../topics.js';

const UNSENT = `
  select lane, count(*) as count from event as e left join relay_cursor as c using (lane)
   where c.lane is null or (e.transaction_id, e.position) > (c.transaction_id, c.position) group by lane`;

const endOf = (ends: readonly PartitionEnds[]) => ends.reduce((sum, { high }) => sum + high, 0n);

/** I9: nothing is left to be read, published or added up, and nothing came in while this was looked into. */
export const settled = async ({ sessions, ends, endsNow }: Gathered): Promise<Finding> => {
  const findings = new Findings();
  const grown = endOf(await endsNow()) - endOf(ends);
  findings.expect(
    grown === 0n,
    () => `${grown} messages came while the log was read: nothing else can be trusted`,
  );
  for (const service of SERVICES) {
    const rows = await sessions[service].query<{ topic: string; partition: number; position: string }>(
      'select topic, partition, next_offset::text as position from consumer_position',
    );
    const positions = new Map(rows.map((row) => [`${row.topic}/${row.partition}`, BigInt(row.position)]));
    const read = new Set(TOPICS.filter(({ readers }) => readers.includes(service)).map(({ name }) => name));
    const lag = ends
      .filter(({ topic }) => read.has(topic))
      .reduce((sum, { topic, partition, low, high }) => {
        const behind = high - (positions.get(`${topic}/${partition}`) ?? low);
        return sum + (behind > 0n ? behind : 0n);
      }, 0n);
    findings.expect(lag === 0n, () => `${service} is ${lag} messages behind`);
    const unsent = await sessions[service].query<{ lane: number; count: string }>(UNSENT);
    findings.expect(unsent.length === 0, () => {
      const lanes = unsent.map(({ lane, count }) => `${count} in lane ${lane}`);
      return `${service} has events that are not published: ${lanes.join(', ')}`;
    });
  }
  for (const table of ['step_batch', 'funnel_batch']) {
    const [row] = await sessions.reporting.query<{ count: string }>(`select count(*) from ${table}`);
    findings.expect(row!.count === '0', () => `reporting has ${row!.count} rows of ${table} to add up`);
  }
  return findings.result;
};
