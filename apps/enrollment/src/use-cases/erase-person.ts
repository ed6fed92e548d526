import type { Batch, Clock } from '#libs/kernel';
import { decideErasure } from '../domain/person/erasure.js';
import type { ErasureCommand, Persons } from './persons.js';

/** What identifies a person is destroyed; figures and ledger stay as they are. */
export class ErasePerson {
  constructor(
    private readonly persons: Persons,
    private readonly clock: Clock,
  ) {}

  handle(batch: Batch<ErasureCommand>) {
    return this.persons.erase(batch, (_command, person) => decideErasure(this.clock.today(), person));
  }
}
