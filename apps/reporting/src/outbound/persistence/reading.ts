import { partitionOf } from '#libs/messaging';
import type { Transaction } from '#libs/persistence';

const NOTE = `
  insert into reading (topic, partition, events, recorded_through)
  select $1, * from unnest($2::integer[], $3::bigint[], $4::timestamptz[])
  on conflict (topic, partition) do update
  set events = reading.events + excluded.events,
      recorded_through = greatest(reading.recorded_through, excluded.recorded_through)`;

/** An event that was taken. Repeats and refused ones are not. */
interface Taken {
  /** RFC 3339. */
  readonly recordedAt: string;
  readonly data: { readonly personId: string };
}

const latestOf = (events: readonly Taken[]): string =>
  new Date(
    events.reduce((latest, { recordedAt }) => Math.max(latest, Date.parse(recordedAt)), -Infinity),
  ).toISOString();

/**
 * Counts what was taken of each partition of a topic, in the transaction of its effect: this is what freshness tells.
 * Persons' events are keyed by person, which tells their partition.
 */
export const noteReading = async (
  tx: Pick<Transaction, 'query'>,
  topic: string,
  taken: readonly Taken[],
): Promise<void> => {
  if (taken.length === 0) return;
  const parts = [...Map.groupBy(taken, ({ data }) => partitionOf(data.personId))];
  await tx.query(NOTE, [
    topic,
    parts.map(([partition]) => partition),
    parts.map(([, events]) => events.length),
    parts.map(([, events]) => latestOf(events)),
  ]);
};
