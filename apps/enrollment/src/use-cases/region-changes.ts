import type { Cause } from '#libs/contracts';
import type { Outcome } from '#libs/kernel';
import type { RegionChange, RegionChanged } from '../domain/region/region-change.js';

/** A change as it was recorded. */
export interface RecordedRegionChange extends RegionChange {
  readonly recordedAt: string;
}

/** Somebody says what a code became. */
export interface RegionChangeCommand extends Cause {
  readonly change: RegionChange;
  /** When the statement says that it was made; heeded by the story clock alone. */
  readonly recordedAt: string | null;
}

/** A member who has lived under a code that became another one. */
export interface Concerned {
  readonly membershipId: string;
  readonly change: RecordedRegionChange;
}

/** What codes of residence became. */
export abstract class RegionChanges {
  /** Records a change, unless the decision refuses it for those that there are. */
  abstract record(
    command: RegionChangeCommand,
    decide: (changeOf: (code: string) => RegionChange | null) => Outcome<RegionChanged>,
  ): Promise<Outcome<RegionChanged>>;
  abstract all(): Promise<readonly RecordedRegionChange[]>;
  /** Those who have stated one of the codes, moved already or not, in order; those behind one. */
  abstract concerned(after: Concerned | null, limit: number): Promise<readonly Concerned[]>;
}
