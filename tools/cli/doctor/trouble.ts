/** What can be wrong, the worst first. */
export const KINDS = [
  'disk-full',
  'infrastructure-stopped',
  'broker-away',
  'database-away',
  'process-gone',
  'process-stopped',
  'service-silent',
  'relay-stopped',
  'position-out-of-range',
  'snapshot-held',
  'consumer-stuck',
  'events-unsent',
  'service-not-ready',
  'figures-behind',
  'messages-parked',
  'sample-incomplete',
  'disk-low',
] as const;

export type Kind = (typeof KINDS)[number];

/** Something that is wrong, and what to do first. */
export interface Trouble {
  readonly kind: Kind;
  /** A service, or Kafka, PostgreSQL, the disk. */
  readonly where: string;
  readonly what: string;
  readonly since: Date | null;
  /** What `since` tells, where it is not the beginning of the trouble. */
  readonly sinceTells?: 'since' | 'last at work';
  /** A command for a shell. */
  readonly next: string;
}
