import type { Batch } from '#libs/kernel';
import { decideEntry } from '../domain/register/register.js';
import type { RegisterCommand, RegisterOutcome, Registers } from './registers.js';

/** A channel, agent, sponsor, employer or campaign is entered, or its entry changes. */
export class RecordRegisterEntry {
  constructor(private readonly registers: Registers) {}

  handle(batch: Batch<RegisterCommand>): Promise<readonly RegisterOutcome[]> {
    return this.registers.change(batch, ({ kind, code, entry }, known, facts) =>
      decideEntry({ kind, code, entry }, known, facts),
    );
  }
}
