/** The four services; each is the one writer of its topics. */
export type ServiceName = 'enrollment' | 'contribution' | 'claims' | 'reporting';

/** A topic: who writes it, how it is kept, who may read it. The project creates topics from these objects alone. */
export interface TopicContract {
  readonly name: string;
  /** The one writer: a service, or outside programs. */
  readonly writer: ServiceName | 'channels' | 'gateways';
  readonly partitions: number;
  /** How long messages stay: milliseconds, `for-ever`, or only the last of each key. */
  readonly retention: { readonly ms: number } | 'for-ever' | 'compacted';
  readonly maxMessageBytes: number;
  /** Read by programs outside the four services. */
  readonly public: boolean;
  readonly summary: string;
}

/** An event type on a topic. Producer, consumer, documents and tests all take this one object as their argument. */
export interface EventContract<Type extends string = string, Payload extends object = object> {
  readonly topic: TopicContract;
  /** `ce_type`; its version changes only when old readers would break. */
  readonly type: `id.cakupan.${Type}`;
  /** When it is published and what a reader may conclude. */
  readonly summary: string;
  /** The class-validator class that is the schema. */
  readonly payload: new () => Payload;
  /** Messages with the same key stay in order; nothing else does. */
  readonly key: (payload: Payload) => string;
  /** The aggregate that the event belongs to (`ce_subject`); its `ce_sequence` counts 1, 2, 3 … per topic. */
  readonly subject: (payload: Payload) => string;
  readonly example: Payload;
}

export const defineTopic = (topic: TopicContract): TopicContract => topic;

export const defineEvent = <Type extends string, Payload extends object>(
  contract: EventContract<Type, Payload>,
): EventContract<Type, Payload> => contract;
