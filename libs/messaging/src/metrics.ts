import type { KafkaTransport } from './consume/kafka-transport.js';
import { COUNTED_MAX } from './events/backlog.js';
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

type Consuming = Pick<KafkaTransport, 'progress' | 'tally'>;
type Publishing = Pick<Relay, 'source' | 'trouble' | 'figures'>;

const consumerFigures = (registry: FigureRegistry, transport: Consuming): void => {
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
};

const RELAY_FIGURES: readonly { name: string; help: string; of: (relay: Publishing) => number }[] = [
  {
    name: 'relay_trouble_ms',
    help: 'Since when nothing could be published; 0 when it can.',
    of: ({ trouble }) => (trouble ? performance.now() - trouble.since : 0),
  },
  {
    name: 'relay_oldest_unsent_ms',
    help: 'Age of the oldest event not yet published; 0 when there is none.',
    of: ({ figures }) => figures.oldestUnsentMs,
  },
  {
    name: 'relay_unsent_events',
    help: `Events not yet published, of each lane counted up to ${COUNTED_MAX}.`,
    of: ({ figures }) => figures.unsentEvents,
  },
  {
    name: 'relay_oldest_transaction_ms',
    help: 'Age of the oldest writing transaction in the database cluster: events of later ones wait for its end.',
    of: ({ figures }) => figures.oldestTransactionMs,
  },
];

/** Registers what an operator asks first: how far behind, what became of messages, since when nothing is published. */
export const messagingFigures = (registry: FigureRegistry, transport: Consuming, relay: Publishing): void => {
  consumerFigures(registry, transport);
  for (const { name, help, of } of RELAY_FIGURES)
    registry.gauge({ name, help, labels: ['source'] }, (gauge) =>
      gauge.set({ source: relay.source }, of(relay)),
    );
};
