import type { Group } from './groups/groups.js';
import type { Life } from './lives/life.js';
import type { Who } from './people/who.js';

/**
 * Who signs up and what happens to them: all that a stream of messages is made from. Everything of a person is
 * computed when asked for, from the seed and the person's number, so that no plan is ever held in memory.
 */
export interface Plan {
  readonly seed: number;
  /** Stands in payment ids, so that those of two plans never meet; empty for the story. */
  readonly mark: string;
  /** Persons are numbered from 0. */
  readonly persons: number;
  readonly groups: readonly Group[];
  /** Payments for codes and numbers that nobody has. */
  readonly strays: number;
  life(person: number): Life;
  who(person: number): Who;
  /** The region of residence that the `enrolment`-th sign-up of the person states. */
  residence(person: number, enrolment: number): string | null;
}
