import { happened, ignored, leavesGap, refused, type InSequence, type Outcome } from '#libs/kernel';
import {
  evolveCover,
  membershipOf,
  withMembership,
  type Cover,
  type CoverFact,
  type Taken,
} from './cover.js';

/** Whose count of events a sequence belongs to: a membership's on one of the two topics, or the person's own. */
export type Stream =
  { readonly topic: keyof Taken; readonly membershipId: string } | { readonly topic: 'person' };

/** A fact with its place in its stream. */
export interface Arrival extends InSequence {
  readonly stream: Stream;
  readonly fact: CoverFact;
}

const lastTaken = (cover: Cover, stream: Stream): number =>
  stream.topic === 'person'
    ? cover.personTaken
    : membershipOf(cover, stream.membershipId).taken[stream.topic];

/** Each event once and none left out: what is not above the last sequence came before, what skips one waits. */
export const take = (arrival: Arrival, cover: Cover): Outcome<Arrival> => {
  const last = lastTaken(cover, arrival.stream);
  if (arrival.sequence <= last) return ignored('redelivery');
  if (leavesGap(arrival, last)) return refused('sequence-gap');
  return happened(arrival);
};

/** The cover after an arrival that was taken. */
export const evolveTaken = (cover: Cover, { stream, sequence, fact }: Arrival): Cover => {
  const after = evolveCover(cover, fact);
  if (stream.topic === 'person') return { ...after, personTaken: sequence };
  const { taken } = membershipOf(after, stream.membershipId);
  return withMembership(after, stream.membershipId, { taken: { ...taken, [stream.topic]: sequence } });
};
