import type { Day } from '#libs/kernel';
import type { TermsHistory } from './terms.js';

/** Cover for the days of a contest only, first and last day included. */
export interface EventDays {
  readonly from: Day;
  readonly through: Day;
}

/** What enrollment has said about a membership. */
export interface Membership {
  readonly personId: string;
  readonly terms: TermsHistory;
  readonly startsOn: Day;
  /** The first day on which it is no longer there; null while it is open. */
  readonly endedOn: Day | null;
  /** The employer's code, for wage earners. */
  readonly employer: string | null;
  readonly eventCover: EventDays | null;
  /** Region code as stated last; decides which officers may see the statement. */
  readonly residence: string | null;
}

/** By what a membership can be found when money comes in for it. */
export interface Identity {
  readonly paymentCode: string | null;
  readonly nikToken: string | null;
}
