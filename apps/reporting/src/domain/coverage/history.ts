import { happened, ignored, leavesGap, refused, type InSequence, type Outcome } from '#libs/kernel';
import { compareFacts, type Fact } from './fact.js';

/** An event about a person, as it arrived. */
export interface Arrival extends InSequence {
  readonly personId: string;
  /** Topic and subject: within them sequences count 1, 2, 3 … */
  readonly stream: string;
  /** What it says; empty where figures do not depend on it. */
  readonly facts: readonly Fact[];
}

/** All that was told about a person, and how far each stream has been read. */
export interface PersonHistory {
  /** In their order, whatever the order of arrival was. */
  readonly facts: readonly Fact[];
  /** The last sequence taken of each stream. */
  readonly sequences: ReadonlyMap<string, number>;
}

/** A person of whom nothing was told. */
export const initialHistory: PersonHistory = { facts: [], sequences: new Map() };

/** Whether an arrival may be taken: not a repeat, and none before it is missing. */
export const decideArrival = (arrival: Arrival, history: PersonHistory): Outcome<Fact> => {
  const last = history.sequences.get(arrival.stream) ?? 0;
  if (arrival.sequence <= last) return ignored('redelivery');
  if (leavesGap(arrival, last)) return refused('sequence-gap');
  const [first, ...rest] = arrival.facts;
  return first === undefined ? ignored('changes-no-figure') : happened(first, ...rest);
};

/** Whether an arrival was taken in, even if no figure depends on it. */
export const wasTaken = (outcome: Outcome<Fact>): boolean =>
  outcome.kind === 'happened' || (outcome.kind === 'ignored' && outcome.reason !== 'redelivery');

const inserted = (facts: readonly Fact[], fact: Fact): readonly Fact[] => {
  const last = facts.at(-1);
  if (last === undefined || compareFacts(last, fact) < 0) return [...facts, fact];
  const place = facts.findIndex((each) => compareFacts(each, fact) > 0);
  return place === -1 ? [...facts, fact] : [...facts.slice(0, place), fact, ...facts.slice(place)];
};

/** The history with an arrival that may be taken; one that changes no figure moves its stream's sequence alone. */
export const evolveHistory = (history: PersonHistory, arrival: Arrival): PersonHistory => ({
  facts: arrival.facts.reduce(inserted, history.facts),
  sequences: new Map(history.sequences).set(arrival.stream, arrival.sequence),
});
