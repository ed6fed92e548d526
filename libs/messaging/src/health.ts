import type { KafkaTransport } from './consume/kafka-transport.js';
import { STUCK_MS, stuckIn } from './consume/progress.js';
import type { RelayFigures } from './events/relay-watch.js';
import type { Relay } from './events/relay.js';
import { machineMs } from './machine-time.js';

export interface Verdict {
  readonly ok: boolean;
  readonly detail: string;
  /** Since when it is not well, RFC 3339. */
  readonly since?: string;
}

/** Below this a pause is a hiccup, not news. */
export const TROUBLE_MS = 5_000;

/** A writing transaction that lasts longer holds up every relay of its cluster. */
const OPEN_MS = 5_000;

const ago = (ms: number): string => new Date(machineMs() - ms).toISOString();

const lasting = (trouble: { since: number; detail: string } | null) => {
  const lastsMs = trouble === null ? 0 : performance.now() - trouble.since;
  return trouble !== null && lastsMs > TROUBLE_MS ? { detail: trouble.detail, since: ago(lastsMs) } : null;
};

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
  transport: Pick<KafkaTransport, 'progress' | 'waiting' | 'dead'>,
  relay: Pick<Relay, 'trouble' | 'figures'>,
) => {
  const consumer = (): Verdict => {
    const waiting = lasting(transport.waiting);
    if (waiting !== null) return { ...waiting, ok: false, detail: `waits for the ${waiting.detail}` };
    const stuck = stuckIn(transport.progress(), STUCK_MS);
    const at = stuck
      .map(({ topic, partition, stillMs }) => `${topic}/${partition} for ${stillMs} ms`)
      .join(', ');
    if (stuck.length === 0) return { ok: true, detail: 'moves or has nothing to do' };
    const longestMs = Math.max(...stuck.map(({ stillMs }) => stillMs));
    return { ok: false, detail: `stands still: ${at}`, since: ago(longestMs) };
  };
  const alive = (): Verdict => ({
    ok: transport.dead === null,
    detail: transport.dead ?? 'moves, waits or has nothing to do',
  });
  const publishing = (): Verdict => {
    const trouble = lasting(relay.trouble);
    return trouble === null ? { ok: true, detail: behindOf(relay.figures) } : { ...trouble, ok: false };
  };
  return [
    { name: 'consumer', ready: consumer, live: alive },
    { name: 'relay', ready: publishing },
  ];
};
