import type { NewEvent } from '#libs/contracts';
import type { Transaction } from '#libs/persistence';
import { laneOf } from './lanes.js';

const INSERT = `
  insert into event (lane, topic, key, subject, sequence, event_id, type, data, recorded_at,
                     correlation_id, causation_id, traceparent)
  select * from unnest($1::smallint[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::uuid[], $7::text[],
                       $8::text[], $9::timestamptz[], $10::text[], $11::text[], $12::text[])`;

/** A service's events: at once its outbox and its log for ever. What stands here is what the service has said. */
export class EventLog {
  /**
   * Appends events in order, in the caller's transaction. The relay publishes them afterwards.
   * @throws when a (topic, subject, sequence) was used before: the writer has lost count.
   */
  async append(tx: Transaction, events: readonly NewEvent[]): Promise<void> {
    if (events.length === 0) return;
    const column = <T>(of: (event: NewEvent) => T) => events.map(of);
    await tx.query(INSERT, [
      column(({ key }) => laneOf(key)),
      column(({ contract }) => contract.topic.name),
      column(({ key }) => key),
      column(({ subject }) => subject),
      column(({ sequence }) => sequence),
      column(({ eventId }) => eventId),
      column(({ contract }) => contract.type),
      column(({ data }) => (data === null ? null : JSON.stringify(data))),
      column(({ recordedAt }) => recordedAt),
      column(({ correlationId }) => correlationId),
      column(({ causationId }) => causationId),
      column(({ traceparent }) => traceparent),
    ]);
  }
}
