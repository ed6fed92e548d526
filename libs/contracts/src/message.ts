import type { EventContract } from './define.js';

/** A message as it was read: the content with the CloudEvents attributes that matter. */
export interface Message<Type extends string = string, Payload extends object = object> {
  readonly type: `id.cakupan.${Type}`;
  readonly data: Payload;
  readonly eventId: string;
  readonly subject: string;
  /** Version of the subject's aggregate on this topic; 0 on the inbound topics, which do not ask for one. */
  readonly sequence: number;
  /** Where events of the subject before this one were passed over: the last one that was not. */
  readonly follows?: number;
  /** `ce_time`, RFC 3339 in UTC: when the writing service recorded it, which is what "known on" means. */
  readonly recordedAt: string;
  readonly correlationId: string;
  /** W3C trace context, handed on unchanged. */
  readonly traceparent: string | null;
}

/** The messages of one or several contracts: a union that `switch (message.type)` tells apart. */
export type MessageOf<C> =
  C extends EventContract<infer Type, infer Payload> ? Message<Type, Payload> : never;

/** An event about to be published, not yet in the log. */
export interface NewEvent<Payload extends object = object> {
  readonly contract: EventContract<string, Payload>;
  /** `null` is a tombstone on a compacted topic; then key and subject must be given. */
  readonly data: Payload | null;
  readonly key: string;
  readonly subject: string;
  readonly sequence: number;
  readonly eventId: string;
  readonly recordedAt: string;
  readonly correlationId: string;
  /** The event or command that caused it. */
  readonly causationId: string;
  readonly traceparent: string | null;
}

/** What an event inherits from what caused it. */
export type Cause = Pick<Message, 'eventId' | 'correlationId' | 'traceparent'>;

/** An event of the contract, with key and subject derived from its content. */
export const newEvent = <Payload extends object>(
  contract: EventContract<string, Payload>,
  data: Payload,
  given: { eventId: string; sequence: number; recordedAt: string; cause: Cause },
): NewEvent => ({
  contract: contract as unknown as EventContract,
  data,
  key: contract.key(data),
  subject: contract.subject(data),
  sequence: given.sequence,
  eventId: given.eventId,
  recordedAt: given.recordedAt,
  correlationId: given.cause.correlationId,
  causationId: given.cause.eventId,
  traceparent: given.cause.traceparent,
});
