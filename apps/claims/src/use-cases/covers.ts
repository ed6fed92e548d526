import type { Batch, Outcome } from '#libs/kernel';
import type { Cover } from '../domain/cover/cover.js';
import type { Arrival } from '../domain/cover/cover.take.js';

/** The local copy of everyone's cover. */
export abstract class Covers {
  /**
   * Decides each event on the cover of its person and keeps what was taken, all in one transaction. What identifies
   * a person in the claims goes when the person is erased.
   */
  abstract change<Event extends { readonly data: { readonly personId: string } }>(
    batch: Batch<Event>,
    decide: (event: Event, cover: Cover) => Outcome<Arrival>,
  ): Promise<readonly Outcome<Arrival>[]>;
}
