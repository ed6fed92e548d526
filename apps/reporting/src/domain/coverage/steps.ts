import { NEVER, type DayNumber } from './day-number.js';
import { causeOf, knownOn, type Cause, type Fact } from './fact.js';
import { learn, nothingKnown, type Knowledge } from './knowledge.js';
import type { Scope } from './scope.js';
import type { Signature } from './terms.js';
import { MEASURES, timelineOf, type Interval, type Measure } from './timeline.js';

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
const TOUCHED: Record<Fact['kind'], readonly Measure[]> = {
  registered: MEASURES,
  moved: MEASURES,
  changed: MEASURES,
  ended: ['registered', 'active'],
  paid: ['active'],
  reversed: ['active'],
};

type Timelines = Record<Measure, readonly Interval[]>;

const sameInterval = (a: Interval, b: Interval) =>
  a.from === b.from &&
  a.end === b.end &&
  a.region === b.region &&
  a.scope === b.scope &&
  a.signature === b.signature;

/** What the steps of one fact have in common. */
type Origin = Pick<Step, 'measure' | 'knownOn' | 'cause'>;

/** Written out: this is made for every step of every event. */
const stepAt = (effectiveOn: DayNumber, interval: Interval, persons: number, of: Origin): Step => ({
  measure: of.measure,
  region: interval.region,
  scope: interval.scope,
  signature: interval.signature,
  effectiveOn,
  knownOn: of.knownOn,
  cause: of.cause,
  persons,
});

const pushEdges = (steps: Step[], interval: Interval, sign: 1 | -1, of: Origin): void => {
  steps.push(stepAt(interval.from, interval, sign, of));
  if (interval.end < NEVER) steps.push(stepAt(interval.end, interval, -sign, of));
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

/** Takes in one fact and notes what it changed. */
const stepOver = (steps: Step[], known: Knowledge, timelines: Timelines, fact: Fact): Timelines => {
  learn(known, fact);
  const next = { ...timelines };
  const day = knownOn(fact);
  const cause = causeOf(fact);
  for (const measure of TOUCHED[fact.kind]) {
    next[measure] = timelineOf(known, measure);
    pushDifference(steps, timelines[measure], next[measure], { measure, knownOn: day, cause });
  }
  return next;
};

const NOTHING: Timelines = { registered: [], active: [], joined: [] };

/** The timelines that the facts from place `first` on can touch, as the facts before them left them. */
const timelinesBefore = (known: Knowledge, facts: readonly Fact[], first: number): Timelines => {
  const timelines = { ...NOTHING };
  if (first === 0) return timelines;
  const touched = new Set<Measure>();
  for (let place = first; place < facts.length; place += 1) {
    for (const measure of TOUCHED[facts[place]!.kind]) touched.add(measure);
  }
  for (const measure of touched) timelines[measure] = timelineOf(known, measure);
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
