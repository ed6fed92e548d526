import type { DayNumber } from './day-number.js';
import { jakartaDayNumber } from './day-number.js';
import type { Mask, Place } from './terms.js';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Begins an id that is no UUID; no hexadecimal digit, so that the two kinds cannot meet. */
const OTHER_ID = '~';

const digitsOf = (uuid: string) =>
  uuid.slice(0, 8) + uuid.slice(9, 13) + uuid.slice(14, 18) + uuid.slice(19, 23) + uuid.slice(24);

/** The one form in which facts hold an id: a UUID as 32 hexadecimal digits, which sort as the texts do; another one marked. */
export const compactId = (id: string): string => (UUID.test(id) ? digitsOf(id).toLowerCase() : OTHER_ID + id);

/** Whether a compact id is a UUID. */
export const isCompactUuid = (id: string): boolean => id.length === 32 && !id.startsWith(OTHER_ID);

/** When a fact was recorded and by which event: together the order of all facts about a person. */
interface Recorded {
  /** Microseconds since 1970: `ce_time`. */
  readonly at: number;
  /** `ce_id`, compact. */
  readonly id: string;
}

/** A region code of the list, or `unmapped` where one was stated that the list does not have. */
export type Residence = string;

/** A membership began to be registered. */
export interface Registered extends Recorded {
  readonly kind: 'registered';
  readonly membershipId: string;
  readonly registeredOn: DayNumber;
  readonly segment: Place;
  readonly programmes: Mask;
  readonly payer: Place;
  readonly groups: Mask;
  readonly channelKind: Place;
  readonly channelCode: string;
  /** The channels that it was a part of at the time, the nearest first: they count whoever came by it, too. */
  readonly channelsAbove: readonly string[];
  /** The campaign or event by which the person came, if by one. */
  readonly campaign: string | null;
  /** Null where the registration states none. */
  readonly residence: Residence | null;
}

/** The person lives elsewhere from a day on. */
export interface Moved extends Recorded {
  readonly kind: 'moved';
  readonly effectiveOn: DayNumber;
  readonly residence: Residence;
}

/** Terms of a membership differ from a day on; null leaves one as it is. */
export interface Changed extends Recorded {
  readonly kind: 'changed';
  readonly membershipId: string;
  readonly effectiveOn: DayNumber;
  readonly segment: Place | null;
  readonly programmes: Mask | null;
  readonly payer: Place | null;
  readonly groups: Mask | null;
}

/** A membership ended: it is not registered on `endedOn` any more. */
export interface Ended extends Recorded {
  readonly kind: 'ended';
  readonly membershipId: string;
  readonly endedOn: DayNumber;
  readonly died: boolean;
}

/** A contribution covers the days `from` … `through` for its programmes. */
export interface Paid extends Recorded {
  readonly kind: 'paid';
  readonly membershipId: string;
  readonly contributionId: string;
  readonly segment: Place;
  readonly programmes: Mask;
  readonly payer: Place;
  readonly from: DayNumber;
  readonly through: DayNumber;
  /** Cover for the days of an event: it has no grace. */
  readonly event: boolean;
}

/** A contribution counts no more. */
export interface Reversed extends Recorded {
  readonly kind: 'reversed';
  readonly contributionId: string;
}

/** Something recorded about a person that figures depend on. One event makes one fact, a move with other changes two. */
export type Fact = Registered | Moved | Changed | Ended | Paid | Reversed;

/** Why a figure about a day came to differ. Positions are stored: append only. */
export const CAUSES = ['registered', 'paid', 'paid-late', 'reversed', 'moved', 'changed', 'ended'] as const;
export type Cause = (typeof CAUSES)[number];

/** The cause that the steps of a fact carry: a payment is late when recorded after the first day that it covers. */
export const causeOf = (fact: Fact): Cause => {
  if (fact.kind !== 'paid') return fact.kind;
  return knownOn(fact) <= fact.from ? 'paid' : 'paid-late';
};

/** The Jakarta day on which the fact was recorded. */
export const knownOn = (fact: Fact): DayNumber => jakartaDayNumber(fact.at);

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The order of facts: by time of recording, then event id. It does not depend on the order of arrival. */
export const compareFacts = (a: Fact, b: Fact): number =>
  a.at - b.at || compareText(a.id, b.id) || compareText(b.kind, a.kind);
