import type { KafkaTransport } from './consume/kafka-transport.js';
import { stuckIn } from './consume/progress.js';
import type { Relay } from './events/relay.js';

export interface Verdict {
  readonly ok: boolean;
  readonly detail: string;
}

/** Below this a pause is a hiccup, not news. */
const TROUBLE_MS = 5_000;

const lasting = (trouble: { since: number; detail: string } | null): string | null =>
  trouble !== null && performance.now() - trouble.since > TROUBLE_MS ? trouble.detail : null;

/** Health of a service's messaging: ready means that its position moved or that its lag is nought. */
export const messagingProbes = (transport: KafkaTransport, relay: Relay) => {
  const consumer = (): Verdict => {
    const waiting = lasting(transport.waiting);
    if (waiting !== null) return { ok: false, detail: `waits for the database: ${waiting}` };
    const stuck = stuckIn(transport.progress());
    const at = stuck
      .map(({ topic, partition, stillMs }) => `${topic}/${partition} for ${stillMs} ms`)
      .join(', ');
    return {
      ok: stuck.length === 0,
      detail: stuck.length === 0 ? 'moves or has nothing to do' : `stands still: ${at}`,
    };
  };
  const publishing = (): Verdict => {
    const trouble = lasting(relay.trouble);
    return { ok: trouble === null, detail: trouble ?? 'publishes' };
  };
  return [
    { name: 'consumer', ready: consumer },
    { name: 'relay', ready: publishing },
  ];
};
