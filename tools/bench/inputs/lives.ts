import { VILLAGES, villageOf } from './places.js';

/** A month that is paid for: both days included. */
export interface PaidMonth {
  readonly month: string;
  readonly from: string;
  readonly through: string;
}

export const FIRST_MONTH: PaidMonth = { month: '2025-01', from: '2025-01-01', through: '2025-01-31' };
export const SECOND_MONTH: PaidMonth = { month: '2025-02', from: '2025-02-01', through: '2025-02-28' };
const MOVED_ON = '2025-01-15';
const ENDED_ON = '2025-02-20';
export const REGISTRATION_DAYS = 90;
const FIRST_DAY_MS = Date.UTC(2024, 9, 1);
const DAY_MS = 86_400_000;

/** All that becomes of one person of the projection's inputs: registered, paid for two months, and at times more. */
export interface Life {
  readonly number: number;
  readonly village: string;
  readonly registeredOn: string;
  /** Moves to another village on that day. */
  readonly move: { readonly on: string; readonly to: string } | null;
  /** The first day on which the membership is no longer there. */
  readonly endedOn: string | null;
  /** The second month's money is taken back. */
  readonly isReversed: boolean;
  /** Pays each month in the one behind it. */
  readonly isLate: boolean;
}

/** On which of so many days something happens to the person: it is spread evenly over all persons. */
export const placeAmong = (days: number, number: number): number => number % days;

const ONE_IN_LATE = 5;

const isOneIn = (each: number, place: number, number: number) => number % each === place;

/** The life of the person with this number; it follows from the seed. */
export const lifeOf = (seed: number, number: number, villages = VILLAGES): Life => {
  const village = villageOf(seed, number, villages);
  const registeredMs = FIRST_DAY_MS + placeAmong(REGISTRATION_DAYS, number) * DAY_MS;
  return {
    number,
    village,
    registeredOn: new Date(registeredMs).toISOString().slice(0, 10),
    move: isOneIn(50, 7, number) ? { on: MOVED_ON, to: villageOf(seed, number + 1, villages) } : null,
    endedOn: isOneIn(60, 11, number) ? ENDED_ON : null,
    isReversed: isOneIn(40, 3, number),
    isLate: isOneIn(ONE_IN_LATE, 2, number),
  };
};
