import { partOf, runningSums } from './chance/apportion.js';
import { casesOf } from './cases/claim-periods.js';
import { INFORMAL_2014, INFORMAL_2022 } from './informal.js';
import { activePersonsAt, scaled } from './scale.js';

/**
 * Kinds of persons of the story. The first block is active in Solo on 17 December 2024, each person once; the second
 * is not, each kind for a reason of its own.
 */
const ACTIVE = [
  'employed', // wage earners whose employer pays for all at once
  'self-employed',
  'sponsored', // city, villages or a sponsor pay
  'revived', // lapsed, then paid again
  'injured', // self-employed with an accident, covered throughout
  'two-segments', // wage earners with a business beside: two memberships, one person
  'moved-in', // joined elsewhere, joined again as a wage earner after moving to Solo
  'paid-again', // a payment was reversed, then paid once more
  'signed-up-twice', // the second sign-up finds the first membership
  'paid-twice', // the second payment for the same months is refused
  'odd-amount', // an amount that fits no number of months is refused, the right one follows
  'carried-on', // came by a contest, then went on alone
] as const;

const NOT_ACTIVE = [
  'never-paid',
  'lapsed',
  'grant-over', // paid for by a budget, for some months only
  'in-arrears', // last covered month September to November 2024
  'paid-for-later', // money came, but for months that do not hold the day
  'reversed', // the payment that covered the day was reversed before it
  'elsewhere', // active, living in the kabupaten around
  'moved-out', // active, moved from Solo
  'unmapped', // active, region absent or unknown
  'contest-over', // covered for the days of a contest only
  'fun-run-2015', // eleven cities, long lapsed
  'old-age-paid', // left work and took out the savings
  'died',
  'pensioned',
  'laid-off',
  'refused', // sign-ups that break a rule
  'informal-2014', // the branch's first self-employed: most never paid, the others no longer
  'informal-2022', // with the others, all whom the branch had in October 2022; as little is paid for them
] as const;

export type CohortName = (typeof ACTIVE)[number] | (typeof NOT_ACTIVE)[number];

/** Sizes at scale 1. Self-employed make up the number of the active; claimants are as many as there are cases. */
const SIZES: Readonly<Partial<Record<CohortName, number>>> = {
  employed: 41_000,
  sponsored: 8_500,
  revived: 3_600,
  'two-segments': 1_500,
  'moved-in': 150,
  'paid-again': 120,
  'signed-up-twice': 300,
  'paid-twice': 120,
  'odd-amount': 60,
  'carried-on': 250,
  'never-paid': 5_500,
  lapsed: 3_700,
  'grant-over': 800,
  'in-arrears': 800,
  'paid-for-later': 500,
  reversed: 300,
  elsewhere: 3_500,
  'moved-out': 100,
  unmapped: 200,
  'contest-over': 500,
  'fun-run-2015': 2_200,
  refused: 200,
  'informal-2014': INFORMAL_2014,
  'informal-2022': INFORMAL_2022 - INFORMAL_2014, // never too few, whoever else has joined by then
};

const CASES = {
  injured: 'JKK',
  'old-age-paid': 'JHT',
  died: 'JKM',
  pensioned: 'JP',
  'laid-off': 'JKP',
} as const;

const sizeOf = (name: CohortName, scale: number): number => {
  if (name in CASES) return casesOf(CASES[name as keyof typeof CASES], scale);
  return Math.max(1, scaled(SIZES[name] ?? 0, scale));
};

export interface Cohort {
  readonly name: CohortName;
  readonly isActive: boolean;
  /** Persons `first` … `first + count - 1`. */
  readonly first: number;
  readonly count: number;
}

/** The cohorts of a story, in the order of their persons: the active first. */
export const cohortsAt = (scale: number): readonly Cohort[] => {
  const others = ACTIVE.filter((name) => name !== 'self-employed').reduce(
    (sum, name) => sum + sizeOf(name, scale),
    0,
  );
  const countOf = (name: CohortName) =>
    name === 'self-employed' ? activePersonsAt(scale) - others : sizeOf(name, scale);
  let first = 0;
  return [...ACTIVE, ...NOT_ACTIVE].map((name, index) => {
    const cohort = { name, isActive: index < ACTIVE.length, first, count: countOf(name) };
    first += cohort.count;
    return cohort;
  });
};

/** Finds the cohort of a person. */
export const cohortFinder = (cohorts: readonly Cohort[]): ((person: number) => Cohort) => {
  const ends = runningSums(cohorts.map(({ count }) => count));
  return (person) => cohorts[partOf(person, ends)]!;
};
