import type { PersonData, Persons } from './persons.js';

/** A person's right to see what is kept, and what was done with it. Each look is put on record. */
export class ShowPersonData {
  constructor(private readonly persons: Persons) {}

  /** `null` when there is no such person. */
  handle(personId: string, actor: string): Promise<PersonData | null> {
    return this.persons.dataOf(personId, actor);
  }
}
