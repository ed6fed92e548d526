import { poisonReason } from '../../load/plan/inputs.js';
import { slotOf } from '../../load/plan/place.js';
import { Findings, type Finding } from '../findings.js';
import type { Gathered, ToBeParked } from '../gather/gather.js';
import { SERVICES, topicNamed } from '../topics.js';

const PARKED = `
  select topic, partition, log_offset::text as "offset", reason, status, count(*)::integer as times
    from parked_message group by 1, 2, 3, 4, 5`;

interface Parked {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly reason: string;
  readonly status: string;
  readonly times: number;
}

const placeOf = ({ topic, partition, offset }: { topic: string; partition: number; offset: unknown }) =>
  `${topic} ${partition}/${String(offset)}`;

/** Of those of one key the first is parked for its own reason, the others behind it. */
const reasonsOf = (messages: readonly ToBeParked[]): Map<string, string> => {
  const first = new Set<string>();
  return new Map(
    messages
      .toSorted((a, b) => (a.offset < b.offset ? -1 : 1))
      .map((message) => {
        const slot = slotOf(message.n);
        const isFirst = !first.has(`${message.topic} ${message.key}`);
        first.add(`${message.topic} ${message.key}`);
        const own = slot.act === 'poison' ? poisonReason(message.n, slot.into) : 'behind-parked';
        return [placeOf(message), isFirst ? own : 'behind-parked'];
      }),
  );
};

/**
 * What an operator has settled since: events that came before their time, and what waited behind them. Whether they were
 * sent again shows in what was made of them.
 */
const wasOutOfOrder = ({ topic, status, reason }: Parked): boolean =>
  topicNamed(topic).writer !== null &&
  status !== 'waiting' &&
  (reason === 'sequence-gap' || reason === 'behind-parked');

const HELD = `
  select topic, partition, count(*)::integer as keys from held_key group by 1, 2`;

const partitionOf = ({ topic, partition }: { topic: string; partition: number }) => `${topic}/${partition}`;

/** The keys of what is parked are held, each once, and no other: a key that nothing is parked of would wait for ever. */
const held = async (findings: Findings, { sessions, arrivals }: Gathered): Promise<void> => {
  const keys = new Map<string, Set<string>>();
  for (const message of arrivals.toBeParked.filter(({ key }) => key !== '')) {
    const place = partitionOf(message);
    keys.set(place, (keys.get(place) ?? new Set()).add(message.key));
  }
  for (const service of SERVICES)
    for (const row of await sessions[service].query<{ topic: string; partition: number; keys: number }>(
      HELD,
    )) {
      const expected = keys.get(partitionOf(row))?.size ?? 0;
      keys.delete(partitionOf(row));
      findings.expect(
        row.keys === expected,
        () => `${service} holds ${row.keys} keys of ${partitionOf(row)} instead of ${expected}`,
      );
    }
  for (const [place, { size }] of keys) findings.violated(`none of ${size} keys of ${place} is held`);
};

/** I8: each message that cannot be taken is parked once, where it lies and for its reason; and nothing else is. */
export const parked = async (gathered: Gathered): Promise<Finding> => {
  const { sessions, arrivals, onPurpose } = gathered;
  const findings = new Findings();
  const expected = reasonsOf(arrivals.toBeParked);
  findings.looking(expected.size);
  for (const service of SERVICES)
    for (const row of await sessions[service].query<Parked>(PARKED)) {
      const place = placeOf(row);
      const reason = expected.get(place);
      expected.delete(place);
      if (reason === undefined && onPurpose.isSwapped && wasOutOfOrder(row)) continue;
      if (reason === undefined)
        findings.violated(`${service} has parked ${place} (${row.reason}), which is good`);
      else if (reason !== row.reason)
        findings.violated(`${service} has parked ${place} as ${row.reason} instead of ${reason}`);
      else if (row.times !== 1 || row.status !== 'waiting')
        findings.violated(`${service} has parked ${place} ${row.times} times, and it is ${row.status}`);
    }
  for (const [place, reason] of expected) findings.violated(`${place} is not parked (${reason})`);
  await held(findings, gathered);
  return findings.result;
};
