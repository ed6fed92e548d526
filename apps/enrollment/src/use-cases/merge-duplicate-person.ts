import type { Batch, Clock, Outcome } from '#libs/kernel';
import { decideMerge, type MergeEvent } from '../domain/person/merge.js';
import type { MergeCommand, PersonMerges } from './person-merges.js';

/** Two persons turned out to be one: a NIK was mistyped. What was counted and paid stays where it was. */
export class MergeDuplicatePerson {
  constructor(
    private readonly merges: PersonMerges,
    private readonly clock: Clock,
  ) {}

  handle(batch: Batch<MergeCommand>): Promise<readonly Outcome<MergeEvent>[]> {
    return this.merges.merge(batch, (duplicate, person) =>
      decideMerge(duplicate, person, this.clock.today()),
    );
  }

  /** Where both say that they live: an officer of all of these may merge them. */
  residencesOf(personIds: readonly string[]): Promise<readonly (string | null)[]> {
    return this.merges.residencesOf(personIds);
  }
}
