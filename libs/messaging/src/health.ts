import type { KafkaTransport } from './consume/kafka-transport.js';
import { stuckIn } from './consume/progress.js';
import type { RelayFigures } from './events/relay-watch.js';
import type { Relay } from './events/relay.js';

export interface Verdict {
  readonly ok: boolean;
  readonly detail: string;
}

/** Below this a pause is a hiccup, not news. */
const TROUBLE_MS = 5_000;

/** A writing transaction that lasts longer holds up every relay of its cluster. */
const OPEN_MS = 5_000;

/** Longer than any batch takes on a busy machine. */
const STUCK_MS = 30_000;
/** So long without an outage that would explain it: only a new process helps. */
const DEAD_MS = 120_000;

const lasting = (trouble: { since: number; detail: string } | null): string | null =>
  trouble !== null && performance.now() - trouble.since > TROUBLE_MS ? trouble.detail : null;

/** What an operator should know although events are published. */
const behindOf = ({ oldestUnsentMs, oldestTransactionMs, heldBy }: RelayFigures): string => {
  const unsent =
    oldestUnsentMs > TROUBLE_MS ? `; the oldest unsent event is ${Math.round(oldestUnsentMs)} ms old` : '';
  const open =
    oldestTransactionMs > OPEN_MS
      ? `; a writing transaction in ${heldBy ?? 'another database of the cluster'} has been open for ${Math.round(oldestTransactionMs)} ms`
      : '';
  return `publishes${unsent}${open}`;
};

/**
 * Health of a service's messaging: ready means that its position moved or that its lag is nought; live, that
 * it has not stood still with work to do, and no outage to explain it, for so long that only a new process would help.
 */
export const messagingProbes = (
  transport: Pick<KafkaTransport, 'progress' | 'waiting'>,
  relay: Pick<Relay, 'trouble' | 'figures'>,
) => {
  const consumer = (): Verdict => {
    const waiting = lasting(transport.waiting);
    if (waiting !== null) return { ok: false, detail: `waits for the ${waiting}` };
    const stuck = stuckIn(transport.progress(), STUCK_MS);
    const at = stuck
      .map(({ topic, partition, stillMs }) => `${topic}/${partition} for ${stillMs} ms`)
      .join(', ');
    return {
      ok: stuck.length === 0,
      detail: stuck.length === 0 ? 'moves or has nothing to do' : `stands still: ${at}`,
    };
  };
  const alive = (): Verdict => {
    const dead = transport.waiting === null && stuckIn(transport.progress(), DEAD_MS).length > 0;
    return { ok: !dead, detail: dead ? 'stands still with work to do' : 'moves, waits or has nothing to do' };
  };
  const publishing = (): Verdict => {
    const trouble = lasting(relay.trouble);
    return { ok: trouble === null, detail: trouble ?? behindOf(relay.figures) };
  };
  return [
    { name: 'consumer', ready: consumer, live: alive },
    { name: 'relay', ready: publishing },
  ];
};
