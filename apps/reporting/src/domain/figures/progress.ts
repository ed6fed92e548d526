import { addDays, daysBetween, type Day } from '#libs/kernel';
import type { Target } from '../references/references.js';
import { neededFor, type Reached } from './ratio.js';

/** The pace is that of the last four weeks. */
export const PACE_DAYS = 28;
const WEEK_DAYS = 7;
/** What lies behind it is no projection: the calendar of the wire ends there. */
const LAST_DAY: Day = '2999-12-31';

/** The days that a pace is worked out from: four weeks before the day, three, two, one, and the day itself. */
export const paceDays = (asOf: Day): readonly Day[] =>
  Array.from({ length: PACE_DAYS / WEEK_DAYS + 1 }, (_, week) => addDays(asOf, week * WEEK_DAYS - PACE_DAYS));

/** How far a target is, and when it would be reached. */
export interface Progress {
  /** Persons who count towards the target. */
  readonly reached: number;
  /** Null for a share of an unknown denominator. */
  readonly needed: number | null;
  /** Days after this one until the target's last, both ends told; null without a last day, 0 when it is over. */
  readonly daysLeft: number | null;
  /** Null where nothing says how many, or until when. */
  readonly neededPerDay: number | null;
  /** Persons a day over the last 28 days; below 0 where there are fewer than before. */
  readonly pacePerDay: number;
  /** Null when the pace is nought or less. */
  readonly projectedOn: Day | null;
  /** The day at the pace of the best week of the four, and at that of the worst. */
  readonly projectedBetween: { readonly earliestOn: Day | null; readonly latestOn: Day | null };
}

/** The first day on which so many are there, when `gained` come in `days`; null when it never is. */
export const dayReached = (asOf: Day, needed: number, gained: number, days: number): Day | null => {
  if (needed === 0) return asOf;
  if (gained <= 0) return null;
  const waits = Math.ceil((needed * days) / gained);
  return waits > daysBetween(asOf, LAST_DAY) ? null : addDays(asOf, waits);
};

const daysLeftOf = ({ through }: Target, asOf: Day): number | null =>
  through === null ? null : Math.max(0, daysBetween(asOf, through));

const neededPerDay = (needed: number | null, daysLeft: number | null): number | null => {
  if (needed === null) return null;
  if (needed === 0) return 0;
  return daysLeft === null || daysLeft === 0 ? null : needed / daysLeft;
};

const counted = ({ kind }: Target, { persons, joined }: Reached): number =>
  kind === 'new' ? joined : persons;

/**
 * Progress from what was reached on each of the `paceDays`, the day itself last. The range says how far the best and the
 * worst of the four weeks lie apart: it promises nothing, and neither does the projection.
 */
export const progressOf = (target: Target, asOf: Day, reached: readonly Reached[]): Progress => {
  const counts = reached.map((each) => counted(target, each));
  const now = counts.at(-1)!;
  const needed = neededFor(target, reached.at(-1)!);
  const gained = now - counts[0]!;
  const weeks = counts.slice(1).map((count, week) => count - counts[week]!);
  const project = (persons: number, days: number) =>
    needed === null ? null : dayReached(asOf, needed, persons, days);
  const daysLeft = daysLeftOf(target, asOf);
  return {
    reached: now,
    needed,
    daysLeft,
    neededPerDay: neededPerDay(needed, daysLeft),
    pacePerDay: gained / PACE_DAYS,
    projectedOn: project(gained, PACE_DAYS),
    projectedBetween: {
      earliestOn: project(Math.max(...weeks), WEEK_DAYS),
      latestOn: project(Math.min(...weeks), WEEK_DAYS),
    },
  };
};
