import type { Transaction } from '#libs/persistence';

const NOTE = `
  insert into reading (topic, partition, events, recorded_through)
  values ($1, $2, $3, $4)
  on conflict (topic, partition) do update
  set events = reading.events + excluded.events,
      recorded_through = greatest(reading.recorded_through, excluded.recorded_through)`;

/** What a batch took from a partition of a topic. */
export interface Taken {
  readonly topic: string;
  readonly partition: number;
  /** When each event was recorded, RFC 3339. Repeats and refused ones are not among them. */
  readonly recordedAt: readonly string[];
}

/** Counts what was taken, in the transaction of its effect: this is what freshness tells. */
export const noteReading = async (
  tx: Transaction,
  { topic, partition, recordedAt }: Taken,
): Promise<void> => {
  if (recordedAt.length === 0) return;
  const latestMs = recordedAt.reduce((latest, instant) => Math.max(latest, Date.parse(instant)), -Infinity);
  await tx.query(NOTE, [topic, partition, recordedAt.length, new Date(latestMs).toISOString()]);
};
