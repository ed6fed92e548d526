import type { LogCheckpointed, membersCheckpointed, MessageOf } from '#libs/contracts';
import type { Batch, Outcome } from '#libs/kernel';
import type { goOnProving } from '../domain/proof/compare.js';
import type { PartitionProof } from '../domain/proof/verdict.js';

/** What an owner says of a partition of its log; every owner does in the same words. */
export type CheckpointMessage = Omit<MessageOf<typeof membersCheckpointed>, 'type'>;

/** A message that was set aside and given up: the figures do without it. */
export interface WaivedMessage {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  readonly reason: string;
}

/** What owners said of their logs, and how far that was found to be what was taken. */
export abstract class ProofLedger {
  /** Keeps what owners said until it was compared. */
  abstract note(batch: Batch<CheckpointMessage>): Promise<readonly Outcome<LogCheckpointed>[]>;
  /** Compares what can be compared now, a partition at a time; each in a transaction of its own. */
  abstract advance(goOn: typeof goOnProving): Promise<void>;
  /** Every partition of which anything is known, but for its position. */
  abstract partitions(): Promise<readonly Omit<PartitionProof, 'position' | 'end'>[]>;
  /** How many messages wait to be looked at, and which ones were given up. */
  abstract setAside(): Promise<{ readonly parked: number; readonly waived: readonly WaivedMessage[] }>;
}
