import { happened, ignored, leavesGap, refused, type InSequence, type Outcome } from '#libs/kernel';
import type { StandingFact } from './standing.js';

/** A fact with its place among those of its membership. */
export interface Arrival extends InSequence {
  readonly fact: StandingFact;
}

/** Each fact once and none left out: what is not above the last sequence came before, what skips one waits. */
export const take = (arrival: Arrival, lastTaken: number): Outcome<StandingFact> => {
  if (arrival.sequence <= lastTaken) return ignored('redelivery');
  return leavesGap(arrival, lastTaken) ? refused('sequence-gap') : happened(arrival.fact);
};
