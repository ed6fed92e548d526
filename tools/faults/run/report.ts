import { countsOf, type Step } from '../plan/plan.js';
import type { RunResult } from './run.js';
import { summaryOf } from './summary.js';

const SHOWN_MAX = 50;

const checkedIn = ({ invariants }: RunResult) =>
  Object.fromEntries(
    Object.entries(invariants).map(([name, { checked, violations }]) => [
      name,
      { checked, violations: violations.length },
    ]),
  );

const killsIn = ({ deaths }: RunResult): number =>
  Object.values(deaths).reduce((sum, ofMember) => sum + (ofMember['SIGKILL'] ?? 0), 0);

/** The part under full load, from the first fault to the last of its kind. */
const fullLoadIn = ({ outcomes, calmedDownMs }: RunResult) => {
  const last = outcomes.findLast(({ isUnderFullLoad }) => isUnderFullLoad);
  if (last === undefined) return null;
  const { ms, sent, acknowledged } = last.soFar;
  const sentPerSecond = Math.round((sent * 1_000) / ms);
  return { ms, sent, acknowledged, sentPerSecond, backlogGoneAfterMs: calmedDownMs };
};

/** What a run is kept as: every figure, and what was violated in words. */
export const reportOf = (plan: readonly Step[], result: RunResult) => {
  const { points, deaths, inputs, counts, outcomes, settledMs, care, violations } = result;
  return {
    faults: countsOf(plan),
    kills: killsIn(result),
    points,
    deaths,
    inputs,
    counts,
    fullLoad: fullLoadIn(result),
    recovery: summaryOf(outcomes),
    settledMs,
    care,
    invariants: checkedIn(result),
    violations: violations.slice(0, SHOWN_MAX),
    violationsInAll: violations.length,
  };
};
