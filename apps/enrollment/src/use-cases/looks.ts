import type { Outcome } from '#libs/kernel';
import type { Looks } from '../domain/person/look-up.js';

/** Why somebody looked. */
export type LookPurpose = 'looked-up' | 'reviewed';

/** Somebody looks at personal data at a counter. */
export interface Look {
  readonly actor: string;
  readonly purpose: LookPurpose;
  /** The person that the number belongs to; `null` where it belongs to nobody. */
  readonly personId: string | null;
}

/** Who looked at whom. */
export abstract class LooksOnRecord {
  /** Puts the look on record, unless the decision refuses it for those that there were. */
  abstract note(look: Look, decide: (before: Looks) => Outcome<unknown>): Promise<Outcome<unknown>>;
}

/** A person, as whoever knows the NIK may see it. */
export interface FoundPerson {
  readonly personId: string;
  readonly memberships: readonly { readonly membershipId: string; readonly residence: string | null }[];
}

/** The persons by their numbers. */
export abstract class PersonsByNik {
  /** `null` where nobody has the number. */
  abstract find(nik: string): Promise<FoundPerson | null>;
}
