import type { KafkaTransport } from './consume/kafka-transport.js';
import type { Relay } from './events/relay.js';

interface Settable<Label extends string> {
  set(labels: Record<Label, string>, value: number): void;
  reset(): void;
}

/** What a registry of figures must offer; `libs/observability` has one. */
export interface FigureRegistry {
  gauge<Label extends string>(
    metric: { name: string; help: string; labels: readonly Label[] },
    measure: (gauge: Settable<Label>) => void,
  ): unknown;
}

/** Registers what an operator asks first: how far behind, what became of messages, since when nothing is published. */
export const messagingFigures = (registry: FigureRegistry, transport: KafkaTransport, relay: Relay): void => {
  registry.gauge(
    { name: 'consumer_lag_messages', help: 'Messages not yet taken.', labels: ['topic', 'partition'] },
    (gauge) => {
      gauge.reset();
      for (const { topic, partition, lag } of transport.progress())
        gauge.set({ topic, partition: String(partition) }, Number(lag));
    },
  );
  registry.gauge(
    {
      name: 'consumer_still_ms',
      help: 'Since a position with work last moved.',
      labels: ['topic', 'partition'],
    },
    (gauge) => {
      gauge.reset();
      for (const { topic, partition, stillMs } of transport.progress())
        gauge.set({ topic, partition: String(partition) }, stillMs);
    },
  );
  registry.gauge(
    {
      name: 'messages_settled_total',
      help: 'What became of messages since the start.',
      labels: ['topic', 'verdict'],
    },
    (gauge) => {
      for (const [topic, verdict, count] of transport.tally.entries()) gauge.set({ topic, verdict }, count);
    },
  );
  registry.gauge(
    {
      name: 'relay_trouble_ms',
      help: 'Since when nothing could be published; 0 when it can.',
      labels: ['source'],
    },
    (gauge) =>
      gauge.set({ source: relay.source }, relay.trouble ? performance.now() - relay.trouble.since : 0),
  );
};
