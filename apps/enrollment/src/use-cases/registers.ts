import type { Cause } from '#libs/contracts';
import type { Batch, Outcome } from '#libs/kernel';
import type { Entry, EntryFacts, EntryRecorded, RegisterKind } from '../domain/register/register.js';

/** An entry as somebody states it. */
export interface RegisterCommand extends Cause {
  readonly kind: RegisterKind;
  readonly code: string;
  readonly entry: Entry;
  /** When the statement says that it was made; heeded by the story clock alone. */
  readonly recordedAt: string | null;
}

export type RegisterOutcome = Outcome<EntryRecorded>;
export type DecideEntry = (
  command: RegisterCommand,
  known: Entry | null,
  facts: EntryFacts,
) => RegisterOutcome;

/** Channels, agents, sponsors, employers and campaigns, by code. */
export abstract class Registers {
  /** Decides the batch in order, each command on what those before it left behind, and keeps all of it or nothing. */
  abstract change(batch: Batch<RegisterCommand>, decide: DecideEntry): Promise<readonly RegisterOutcome[]>;
}
