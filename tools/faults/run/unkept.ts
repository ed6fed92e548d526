import type { Step } from '../plan/plan.js';
import type { Disturbed, Outcome } from './disturb.js';

/** Load that was less than was promised proves less. */
const RATE_LEAST = 0.98;

/** What a run was to do, as far as it can fall short of it. */
export interface Promised {
  readonly plan: readonly Step[];
  /** Inputs a second under full load. */
  readonly perSecond: number;
}

const tooSlow = (perSecond: number, outcomes: readonly Outcome[]): string[] => {
  const last = outcomes.findLast(({ isUnderFullLoad }) => isUnderFullLoad);
  if (last === undefined) return [];
  const sent = Math.round((last.soFar.sent * 1_000) / last.soFar.ms);
  return sent < perSecond * RATE_LEAST
    ? [`only ${sent} inputs a second were sent under full load, not ${perSecond}`]
    : [];
};

/** Where a run fell short of what it was to show, in words: faults, load, and that each fault was got over in time. */
export const unkept = (
  { plan, perSecond }: Promised,
  { outcomes, calmedDownMs }: Disturbed,
): readonly string[] => [
  ...(outcomes.length < plan.length
    ? [`only ${outcomes.length} of ${plan.length} faults were inflicted`]
    : []),
  ...tooSlow(perSecond, outcomes),
  ...(calmedDownMs === null && outcomes.some(({ isUnderFullLoad }) => isUnderFullLoad)
    ? ['the backlog of the full load was not gone in time']
    : []),
  ...outcomes
    .filter(
      ({ isUnderFullLoad, answersBackMs, readyMs }) =>
        !isUnderFullLoad && (answersBackMs === null || readyMs === null),
    )
    .map(({ fault }) => `${fault.kind} was not got over in time`),
];
