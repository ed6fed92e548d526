import type { Row, Point } from '../api/answers.js';
import { dayInJakarta, daysBetween } from './days.js';

/** A bar from 0 to 1 with the place of the target on it, where it has one. */
export interface Gauge {
  readonly filled: number;
  readonly target: number | null;
}

const within = (share: number): number => Math.min(1, Math.max(0, share));

/**
 * How far along a figure is: coverage against everybody, with the target's mark; without a denominator, persons
 * against a stock target. Null where there is nothing to measure against.
 */
export const gaugeOf = ({ coverage, persons, target }: Row): Gauge | null => {
  if (coverage !== null)
    return { filled: within(coverage), target: target?.kind === 'coverage' ? within(target.value) : null };
  if (target?.kind === 'stock' && persons !== null && target.value > 0)
    return { filled: within(persons / target.value), target: 1 };
  return null;
};

/** How many persons the target asks for; null where it is reached or counts only newly registered ones. */
export const personsAtTarget = ({ persons, target }: Row): number | null => {
  if (target === null || target.kind === 'new' || persons === null) return null;
  return target.needed === null || target.needed === 0 ? null : persons + target.needed;
};

/** Persons of a row by persons of all; null where either is unknown. */
export const shareOf = (persons: number | null, all: number | null): number | null =>
  persons === null || all === null || all === 0 ? null : persons / all;

/** A point as it is drawn; null is what is masked. */
export interface TrendPoint {
  readonly on: string;
  readonly persons: number | null;
  readonly coverage: number | null;
}

/** The points up to a day, ending with the figure of that day itself. */
export const pointsThrough = (
  points: readonly Point[],
  { asOf, persons, coverage }: { asOf: string; persons: number | null; coverage: number | null },
): readonly TrendPoint[] => [...points.filter(({ on }) => on < asOf), { on: asOf, persons, coverage }];

/**
 * Whether the service's today is not the day on which its machine answered (HTTP `Date`): then it runs on the story
 * clock, which it does with sample data only. A day's difference is an answer around midnight.
 */
export const tellsStory = (today: string, sentAt: string | null): boolean =>
  sentAt !== null && Math.abs(daysBetween(today, dayInJakarta(sentAt))) > 1;
