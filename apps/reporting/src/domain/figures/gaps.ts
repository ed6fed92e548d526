import { PACE_DAYS } from './progress.js';

/** By what the parts of a region are ranked. */
export const RANKINGS = ['missing', 'pace', 'retention'] as const;
export type Ranking = (typeof RANKINGS)[number];

/** What is counted in a part. */
export interface GapParts {
  readonly persons: number;
  /** Four weeks earlier. */
  readonly personsBefore: number;
  readonly registered: number;
  /** How many people there are; null where nobody has stated it. */
  readonly people: number | null;
}

/** How much is wanting in a part, how fast that becomes less, and whether those who joined stay. */
export interface Gap {
  /** People who are not covered, never below 0; null where their number is not known. */
  readonly missing: number | null;
  readonly pacePerDay: number;
  /** Covered persons for each registered one; null where nobody is registered. */
  readonly retention: number | null;
}

/** The place among all in each ranking, from 1; null where there is nothing to rank by. */
export type Ranks = Readonly<Record<Ranking, number | null>>;

/** The gap of a part. */
export const gapOf = ({ persons, personsBefore, registered, people }: GapParts): Gap => ({
  missing: people === null ? null : Math.max(0, people - persons),
  pacePerDay: (persons - personsBefore) / PACE_DAYS,
  retention: registered === 0 ? null : persons / registered,
});

/** The place of each value, the highest first; equal ones share theirs. */
const places = (values: readonly (number | null)[]): readonly (number | null)[] =>
  values.map((value) => {
    if (value === null) return null;
    return 1 + values.filter((other) => other !== null && other > value).length;
  });

/** Ranks of all parts, each by itself: most missing first, fastest first, most retained first. */
export const ranksOf = (gaps: readonly Gap[]): readonly Ranks[] => {
  const missing = places(gaps.map((gap) => gap.missing));
  const pace = places(gaps.map((gap) => gap.pacePerDay));
  const retention = places(gaps.map((gap) => gap.retention));
  return gaps.map((_, place) => ({
    missing: missing[place]!,
    pace: pace[place]!,
    retention: retention[place]!,
  }));
};
