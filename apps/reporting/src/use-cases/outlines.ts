import type { Batch, Outcome } from '#libs/kernel';
import type { Outline } from '../domain/outlines/outline.js';

/** The outlines of regions, at most one of each. */
export abstract class Outlines {
  /** Decides each in order on the outline that is kept of its region, and keeps what happened; all in one transaction. */
  abstract change(
    batch: Batch<Outline>,
    decide: (stated: Outline, known: Outline | null) => Outcome<Outline>,
  ): Promise<readonly Outcome<Outline>[]>;

  /** Grows whenever an outline of a child of the region is recorded, by whichever process; 0 where none ever was. */
  abstract versionWithin(region: string): Promise<number>;

  /** Outlines of the children of a region, ascending by code. */
  abstract within(region: string): Promise<readonly Outline[]>;
}
