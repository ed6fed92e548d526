import type { EventContract, Message } from '#libs/contracts';
import type { Reason } from '#libs/kernel';
import type { IncomingMessage } from '../client/kafka-client.js';
import type { Place } from '../consume/passed-over.js';
import { attributesOf, type Attributes } from './attributes.js';
import { parseJson } from './json.js';
import { schemaOf } from './schemas.js';

/** What a message turned out to be. */
export type Decoded =
  | { readonly kind: 'message'; readonly message: Message }
  /** Not for this reader: a newer writer's type, or a type of the topic that it does not listen to. */
  | { readonly kind: 'passed-over'; readonly reason: Reason; readonly place: Place | null }
  | { readonly kind: 'unreadable'; readonly reason: Reason; readonly detail: string };

export interface Listening {
  /** The contracts that the listener takes, all of one topic. */
  readonly contracts: readonly EventContract[];
  /** Every type of the topic that the project knows. */
  readonly known: ReadonlySet<string>;
}

const unreadable = (reason: Reason, detail = ''): Decoded => ({ kind: 'unreadable', reason, detail });

const isInbound = (contract: EventContract) =>
  contract.topic.writer === 'channels' || contract.topic.writer === 'gateways';

/** Reads one message: attributes, JSON, schema, key, in that order; the first thing wrong is the reason. */
export const decode = (message: IncomingMessage, listening: Listening): Decoded => {
  const inbound = isInbound(listening.contracts[0]!);
  const attributes = attributesOf(message, inbound);
  if ('reason' in attributes) return unreadable(attributes.reason, attributes.detail);
  const contract = listening.contracts.find(({ type }) => type === attributes.type);
  if (!contract)
    return inbound ? unreadable('unknown-type', attributes.type) : notOurs(attributes, listening);
  if (message.value === null && contract.topic.retention === 'compacted')
    return { kind: 'passed-over', reason: 'not-ours', place: null };
  const parsed = attributes.data === undefined ? parseJson(message.value) : { value: attributes.data };
  if ('reason' in parsed) return unreadable(parsed.reason);
  const validate = schemaOf(contract);
  if (!validate(parsed.value)) return unreadable('schema', explain(validate.errors?.[0]));
  const data = parsed.value as object;
  if (!inbound && message.key?.toString() !== contract.key(data)) return unreadable('key-mismatch');
  return { kind: 'message', message: messageOf(attributes, contract, data) };
};

/** Where only the latest is kept sequences skip anyway; elsewhere what is passed over must leave no gap. */
const placeIn = ({ topic }: EventContract, { subject, sequence }: Attributes): Place | null =>
  topic.retention === 'compacted' ? null : { subject: subject!, sequence };

const notOurs = (attributes: Attributes, { contracts, known }: Listening): Decoded => ({
  kind: 'passed-over',
  reason: known.has(attributes.type) ? 'not-ours' : 'unknown-type',
  place: placeIn(contracts[0]!, attributes),
});

/** The place of an event in the stream of its subject, whatever else is wrong with it; null where there is none. */
export const placeOf = (message: IncomingMessage, { contracts }: Listening): Place | null => {
  const [contract] = contracts as [EventContract];
  if (isInbound(contract)) return null;
  const attributes = attributesOf(message, false);
  return 'reason' in attributes ? null : placeIn(contract, attributes);
};

const explain = (error?: { instancePath: string; message?: string }) =>
  error ? `${error.instancePath || '/'} ${error.message ?? ''}`.trim() : '';

const messageOf = (attributes: Attributes, contract: EventContract, data: object): Message => ({
  type: contract.type as Message['type'],
  data,
  eventId: attributes.id,
  subject: attributes.subject ?? contract.subject(data),
  sequence: attributes.sequence,
  recordedAt: attributes.time,
  correlationId: attributes.correlationId,
  traceparent: attributes.traceparent,
});
