import type { PersonMessage } from '../facts-of-messages.js';

/** A partition of a topic. */
export interface LogPartition {
  readonly topic: string;
  readonly partition: number;
}

/** The next offset to be taken of a partition. */
export interface LogPlace extends LogPartition {
  readonly offset: bigint;
}

/** What was told about persons on one topic, in order. */
export interface Told {
  readonly topic: string;
  /** How many messages of the log these came from; some concern nobody, or were set aside. */
  readonly read: number;
  readonly messages: readonly PersonMessage[];
}

/** A log that is being read, beside whoever else reads it. */
export interface OpenLog {
  /** What was told in the partition from where it was read to, up to the offset, in portions. */
  read(at: LogPartition, upTo: bigint, signal: AbortSignal): AsyncIterable<Told>;
  close(): Promise<void>;
}

/** The log of all that is told about persons: members and contributions, keyed by person. */
export abstract class PersonLog {
  /** Where it begins. */
  abstract beginnings(): Promise<readonly LogPlace[]>;
  /** How far the live figures are; null while nobody reads for them. */
  abstract reached(): Promise<readonly LogPlace[] | null>;
  /** What was set aside and retried since an instant of the database, in the order of the retries. */
  abstract retriedSince(instant: string): Promise<readonly Told[]>;
  /** @param reader a name that no other reader has */
  abstract open(reader: string, from: readonly LogPlace[]): Promise<OpenLog>;
}
