import { checkpointOfTopic, type NewEvent } from '#libs/contracts';
import type { CopyValue, Transaction } from '#libs/persistence';
import { eventDigest } from '../proof/event-digest.js';
import { laneOf } from './lanes.js';

const EVENTS = {
  table: 'event',
  columns: [
    'lane',
    'topic',
    'key',
    'subject',
    'sequence',
    'event_id',
    'type',
    'data',
    'recorded_at',
    'correlation_id',
    'causation_id',
    'traceparent',
    'digest',
  ],
};

/** Room for key, headers and framing within what the broker takes as one message. */
const ENVELOPE_BYTES = 4_096;

const dataOf = ({ contract, data, subject }: NewEvent): string | null => {
  if (data === null) return null;
  const text = JSON.stringify(data);
  const { name, maxMessageBytes } = contract.topic;
  if (text.length > maxMessageBytes / 4 && Buffer.byteLength(text) > maxMessageBytes - ENVELOPE_BYTES)
    throw new Error(`an event of ${subject} is too large for ${name}: nothing behind it could be published`);
  return text;
};

/** What the account of the topic is kept by; other topics have none. */
const digestOf = (event: NewEvent, data: string | null): string | null => {
  const { subject, sequence, key, contract } = event;
  if (checkpointOfTopic(contract.topic.name) === undefined) return null;
  const eventId = event.eventId.toLowerCase(); // as PostgreSQL gives it back
  const recordedAt = new Date(event.recordedAt).toISOString();
  const of = { eventId, type: contract.type, subject, sequence: String(sequence), recordedAt, key };
  return String(eventDigest({ ...of, data: data ?? '' }));
};

const rowOf = (event: NewEvent): CopyValue[] => {
  const data = dataOf(event);
  return [
    laneOf(event.key),
    event.contract.topic.name,
    event.key,
    event.subject,
    event.sequence,
    event.eventId,
    event.contract.type,
    data,
    event.recordedAt,
    event.correlationId,
    event.causationId,
    event.traceparent,
    digestOf(event, data),
  ];
};

const said = new WeakSet<Transaction>();

/** Whether events were appended in the transaction: then there is something to publish once it is through. */
export const hasSaid = (tx: Transaction): boolean => said.has(tx);

/** A service's events: at once its outbox and its log for ever. What stands here is what the service has said. */
export class EventLog {
  /**
   * Appends events in order, in the caller's transaction. The relay publishes them afterwards.
   * @throws when a (topic, subject, sequence) was used before: the writer has lost count; or when one is larger than
   * its topic takes.
   */
  async append(tx: Transaction, events: readonly NewEvent[]): Promise<void> {
    if (events.length === 0) return;
    said.add(tx);
    await tx.copy(EVENTS, events.map(rowOf));
  }
}
