import type { Reason } from './reasons.js';

/** What a decision may answer. Business refusals are values; only bugs and outages are thrown. */
export type Outcome<Event> =
  | { readonly kind: 'happened'; readonly events: readonly [Event, ...Event[]] }
  | { readonly kind: 'ignored'; readonly reason: Reason }
  | { readonly kind: 'refused'; readonly reason: Reason };

/** The facts that a command caused, at least one, in order. */
export const happened = <Event>(first: Event, ...rest: Event[]): Outcome<Event> => ({
  kind: 'happened',
  events: [first, ...rest],
});

/** Nothing changed, and that is right: a repeat, or nothing of ours. */
export const ignored = (reason: Reason): Outcome<never> => ({ kind: 'ignored', reason });

/** A rule forbids it. On a topic without a result event the message is parked with this reason. */
export const refused = (reason: Reason): Outcome<never> => ({ kind: 'refused', reason });
