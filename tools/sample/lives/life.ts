import type { Day, EndReason, Month, PayerKind, Programme, Segment } from '#libs/kernel';
import type { Gateway } from '../money/gateways.js';
import type { Seconds } from '../instants.js';

/** A payment that a person (or an employer for this person alone) makes for some months. */
export interface Term {
  readonly from: Month;
  readonly months: number;
  readonly settledAt: Seconds;
  /** When the gateway told of it, never before it was settled. */
  readonly recordedAt: Seconds;
  readonly gateway: Gateway;
  /** The payer names the months; else the rule of counting on from the first unpaid one must find the same. */
  readonly statesMonths: boolean;
  /** Paid by NIK, without a payment code. */
  readonly byNik: boolean;
  /** What is paid above the right amount: such a payment is refused. */
  readonly surplusRupiah: number;
  readonly reversedAt: Seconds | null;
}

/** A member of a group that pays for all of its members at once, from its `joins`-th payment on. */
export interface GroupPlace {
  /** Its index in the story. */
  readonly group: number;
  readonly joins: number;
}

/** Where the sign-up says that the person lives. */
export type Home = 'solo' | 'around' | 'none' | 'unknown' | { readonly code: string };

/** How a sign-up breaks a rule, if it does. */
export type Flaw = 'nik-implausible' | 'too-old' | 'income-below-least';

/** One sign-up of a person with what is paid on the membership. */
export interface Enrolment {
  readonly signedUpAt: Seconds;
  readonly startsOn: Day;
  readonly segment: Segment;
  readonly payer: PayerKind;
  readonly home: Home;
  readonly terms: readonly Term[];
  readonly place: GroupPlace | null;
  readonly event: { readonly name: string; readonly from: Day; readonly through: Day } | null;
  readonly campaign: string | null;
  /** Programmes that the story needs; else chance decides. */
  readonly programmes: readonly Programme[] | null;
  readonly flaw: Flaw | null;
  /** The person has such a membership already: the sign-up is answered with it. */
  readonly isRepeat: boolean;
}

/** How a membership ends: the day, why, and when it was told. */
export interface Ending {
  readonly endedOn: Day;
  readonly reason: EndReason;
  readonly recordedAt: Seconds;
}

/** What happens to a person: when, for which months, how it ends. Who the person is does not matter here. */
export interface Life {
  readonly enrolments: readonly Enrolment[];
  /** Of the first membership. */
  readonly ending: Ending | null;
}

const PLAIN: Omit<Enrolment, 'signedUpAt' | 'startsOn'> = {
  segment: 'BPU',
  payer: 'self',
  home: 'solo',
  terms: [],
  place: null,
  event: null,
  campaign: null,
  programmes: null,
  flaw: null,
  isRepeat: false,
};

/** An enrolment of a self-employed person of Solo, but for what is said otherwise. */
export const enrolment = (
  stated: Pick<Enrolment, 'signedUpAt' | 'startsOn'> & Partial<Enrolment>,
): Enrolment => ({ ...PLAIN, ...stated });

export const lifeOf = (...enrolments: readonly Enrolment[]): Life => ({ enrolments, ending: null });
