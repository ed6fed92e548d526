import { correctionsOf, NO_CORRECTIONS, sameCorrection, type Correction } from './corrections.js';
import { NEVER, type DayNumber } from './day-number.js';
import { causeOf, knownOn, type Cause, type Fact } from './fact.js';
import { learn, nothingKnown, type Knowledge } from './knowledge.js';
import { TIMED, type Measure, type Timed } from './measures.js';
import type { Scope } from './scope.js';
import type { Signature } from './terms.js';
import { timelineOf, type Interval } from './timeline.js';

/** From a day on, and as known from a day on, so many persons more (or fewer) are in a cell. */
export interface Step {
  readonly measure: Measure;
  readonly region: string;
  readonly scope: Scope;
  readonly signature: Signature;
  readonly effectiveOn: DayNumber;
  readonly knownOn: DayNumber;
  readonly cause: Cause;
  readonly persons: number;
}

/** Only what a fact can touch is worked out again. */
const TOUCHED: Record<Fact['kind'], readonly Timed[]> = {
  registered: TIMED,
  moved: TIMED,
  changed: TIMED,
  ended: ['registered', 'active'],
  paid: ['active'],
  reversed: ['active'],
};

type Timelines = Record<Timed, readonly Interval[]> & { grace: readonly Correction[] };

const sameInterval = (a: Interval, b: Interval) =>
  a.from === b.from &&
  a.end === b.end &&
  a.region === b.region &&
  a.scope === b.scope &&
  a.signature === b.signature &&
  a.lapses === b.lapses;

/** What the steps of one fact have in common. */
type Origin = Pick<Step, 'measure' | 'knownOn' | 'cause'>;

/** Written out: this is made for every step of every event. */
const stepAt = (
  measure: Measure,
  effectiveOn: DayNumber,
  interval: Interval,
  persons: number,
  of: Origin,
): Step => ({
  measure,
  region: interval.region,
  scope: interval.scope,
  signature: interval.signature,
  effectiveOn,
  knownOn: of.knownOn,
  cause: of.cause,
  persons,
});

const pushEdges = (steps: Step[], interval: Interval, sign: 1 | -1, of: Origin): void => {
  const { from, end, lapses } = interval;
  steps.push(stepAt(of.measure, from, interval, sign, of));
  if (end < NEVER) steps.push(stepAt(lapses ? 'cover-end' : of.measure, end, interval, -sign, of));
};

/** What has to be added to the first timeline to make the second one; most of both is the same, at both ends. */
const pushDifference = (
  steps: Step[],
  before: readonly Interval[],
  after: readonly Interval[],
  of: Origin,
): void => {
  const least = Math.min(before.length, after.length);
  let first = 0;
  while (first < least && sameInterval(before[first]!, after[first]!)) first += 1;
  let last = 0;
  while (last < least - first && sameInterval(before.at(-1 - last)!, after.at(-1 - last)!)) last += 1;
  const gone = before.slice(first, before.length - last);
  const come = after.slice(first, after.length - last);
  for (const each of gone)
    if (!come.some((other) => sameInterval(each, other))) pushEdges(steps, each, -1, of);
  for (const each of come)
    if (!gone.some((other) => sameInterval(each, other))) pushEdges(steps, each, 1, of);
};

const pushCorrections = (
  steps: Step[],
  before: readonly Correction[],
  after: readonly Correction[],
  of: Omit<Origin, 'measure'>,
): void => {
  if (before.length === 0 && after.length === 0) return;
  const add = (from: readonly Correction[], others: readonly Correction[], sign: 1 | -1) => {
    for (const each of from) {
      if (others.some((other) => sameCorrection(each, other))) continue;
      const direction = each.sign === sign ? 1 : -1;
      pushEdges(steps, each.interval, direction, { ...of, measure: `grace-${each.months}` });
    }
  };
  add(before, after, -1);
  add(after, before, 1);
};

/** Takes in one fact and notes what it changed. */
const stepOver = (steps: Step[], known: Knowledge, timelines: Timelines, fact: Fact): Timelines => {
  learn(known, fact);
  const next = { ...timelines };
  const day = knownOn(fact);
  const cause = causeOf(fact);
  for (const measure of TOUCHED[fact.kind]) {
    next[measure] = timelineOf(known, measure);
    pushDifference(steps, timelines[measure], next[measure], { measure, knownOn: day, cause });
    if (measure !== 'active') continue;
    next.grace = correctionsOf(known, next.active);
    pushCorrections(steps, timelines.grace, next.grace, { knownOn: day, cause });
  }
  return next;
};

const NOTHING: Timelines = { registered: [], active: [], joined: [], grace: NO_CORRECTIONS };

/** The timelines that the facts from place `first` on can touch, as the facts before them left them. */
const timelinesBefore = (known: Knowledge, facts: readonly Fact[], first: number): Timelines => {
  const timelines = { ...NOTHING };
  if (first === 0) return timelines;
  const touched = new Set<Timed>();
  for (let place = first; place < facts.length; place += 1) {
    for (const measure of TOUCHED[facts[place]!.kind]) touched.add(measure);
  }
  for (const measure of touched) timelines[measure] = timelineOf(known, measure);
  if (touched.has('active')) timelines.grace = correctionsOf(known, timelines.active);
  return timelines;
};

/** The steps of the facts from place `first` on; those before are taken as given. */
const stepsFrom = (facts: readonly Fact[], first: number): Step[] => {
  const known = nothingKnown();
  for (let place = 0; place < first; place += 1) learn(known, facts[place]!);
  let timelines = timelinesBefore(known, facts, first);
  const steps: Step[] = [];
  for (let place = first; place < facts.length; place += 1) {
    timelines = stepOver(steps, known, timelines, facts[place]!);
  }
  return steps;
};

/**
 * The steps of all facts about a person, which must be in their order (`compareFacts`): for each fact, what the facts up
 * to it show less what those before it show. A pure function of the set, whatever the order of arrival was.
 */
export const stepsOf = (facts: readonly Fact[]): Step[] => stepsFrom(facts, 0);

const commonStart = (before: readonly Fact[], after: readonly Fact[]) => {
  const differs = before.findIndex((fact, place) => fact !== after[place]);
  return differs === -1 ? before.length : differs;
};

/**
 * The steps that new facts add: those of all facts after less those before. Usually the new facts sort last and only
 * they are worked out; a late one makes everything recorded after it be worked out again, twice.
 * `after` must hold the very objects of `before`.
 */
export const addedSteps = (before: readonly Fact[], after: readonly Fact[]): Step[] => {
  const first = commonStart(before, after);
  const added = stepsFrom(after, first);
  if (first === before.length) return added;
  const withdrawn = stepsFrom(before, first).map((step) => ({ ...step, persons: -step.persons }));
  return [...withdrawn, ...added];
};
