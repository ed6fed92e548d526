import { countsOf, type Step } from '../plan/plan.js';
import type { SoFar } from './disturb.js';
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

/** How long something went on, and what was sent and acknowledged meanwhile. */
const ratesOf = ({ ms, sent, acknowledged }: SoFar) => {
  const perSecond = (count: number) => Math.round((count * 1_000) / ms);
  return {
    seconds: Math.round(ms / 1_000),
    sent,
    acknowledged,
    sentPerSecond: perSecond(sent),
    acknowledgedPerSecond: perSecond(acknowledged),
  };
};

const comparisonIn = ({ comparison }: RunResult) => {
  if (comparison === null) return null;
  const { figures, digest, seconds, violations } = comparison;
  return { figures, digest, seconds, violations: violations.length };
};

/** The part under full load, from the first fault to the last of its kind. */
const fullLoadIn = ({ outcomes, calmedDownMs }: RunResult) => {
  const last = outcomes.findLast(({ isUnderFullLoad }) => isUnderFullLoad);
  if (last === undefined) return null;
  return { ...ratesOf(last.soFar), backlogGoneAfterMs: calmedDownMs };
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
    whole: outcomes.length === 0 ? null : ratesOf(outcomes.at(-1)!.soFar),
    fullLoad: fullLoadIn(result),
    recovery: summaryOf(outcomes),
    settledMs,
    care,
    invariants: checkedIn(result),
    compared: comparisonIn(result),
    violations: violations.slice(0, SHOWN_MAX),
    violationsInAll: violations.length,
  };
};
