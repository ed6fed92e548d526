import type { Cause } from '#libs/contracts';
import type { Batch, Outcome } from '#libs/kernel';
import type { Mergeable, MergeEvent } from '../domain/person/merge.js';

/** An officer has found that two persons are one. */
export interface MergeCommand extends Cause {
  /** Whose memberships end, and whose id means nothing new from now on. */
  readonly personId: string;
  readonly into: string;
  /** Who found it, as the token says. */
  readonly actor: string;
  /** When the request says that it was made; heeded by the story clock alone. */
  readonly recordedAt: string | null;
}

export type DecideMerge = (duplicate: Mergeable, person: Mergeable) => Outcome<MergeEvent>;

/** Persons who were taken for two. */
export abstract class PersonMerges {
  /** Where the memberships of the persons say that they live; of somebody who is not there, nothing. */
  abstract residencesOf(personIds: readonly string[]): Promise<readonly (string | null)[]>;
  /**
   * Ends the duplicate's memberships and puts what identifies it with the other person. The NIK that it was known by
   * belongs to nobody again.
   */
  abstract merge(batch: Batch<MergeCommand>, decide: DecideMerge): Promise<readonly Outcome<MergeEvent>[]>;
}
