import type { Cause } from '#libs/contracts';
import type { Batch, Day, Outcome } from '#libs/kernel';
import type { Erasable, ErasureEvent } from '../domain/person/erasure.js';

/** Somebody asks that what identifies a person be destroyed. */
export interface ErasureCommand extends Cause {
  readonly personId: string;
  /** Who carries it out, as the token says. */
  readonly actor: string;
  /** When the request says that it was made; heeded by the story clock alone. */
  readonly recordedAt: string | null;
}

export type DecideErasure = (command: ErasureCommand, person: Erasable) => Outcome<ErasureEvent>;

/** What a person stated at one sign-up. */
export interface PersonalRecord {
  readonly membershipId: string;
  readonly nik: string;
  readonly fullName: string;
  readonly birthDate: Day;
  readonly mobile: string | null;
  readonly email: string | null;
  readonly address: string | null;
  /** Rupiah a month. */
  readonly declaredIncome: number;
}

/** Something that was done with a person's data, or said of the person. */
export interface Processing {
  readonly at: string;
  readonly what: string;
  /** The membership or person that it was about. */
  readonly subject: string;
  /** Who did it, where somebody looked or erased. */
  readonly actor: string | null;
}

/** All that is kept of a person. After an erasure there are no records, and the trail stays. */
export interface PersonData {
  readonly personId: string;
  readonly isErased: boolean;
  /** Under whose id everything is, where the person turned out to be somebody else. */
  readonly mergedInto: string | null;
  readonly records: readonly PersonalRecord[];
  readonly processing: readonly Processing[];
}

/** Persons, as those see them who answer for their data. */
export abstract class Persons {
  /** Destroys the person's key, token and records in the transaction that says so. */
  abstract erase(
    batch: Batch<ErasureCommand>,
    decide: DecideErasure,
  ): Promise<readonly Outcome<ErasureEvent>[]>;
  /** The data and the trail, in which this look stands as well; `null` when there is no such person. */
  abstract dataOf(personId: string, actor: string): Promise<PersonData | null>;
}
