import type { Freshness } from '../api/answers.js';

/** A line of the list of inputs: label and value. */
export type Input = readonly [label: string, value: string];

/** What a number rests on, and how fresh that is. */
export type Standing =
  /** Events, as far as the answer itself says that it had heard. */
  | { readonly kind: 'heard'; readonly freshness: Freshness }
  /** Events that are counted to prove figures, and which these are. */
  | { readonly kind: 'events'; readonly text: string }
  /** No events: what somebody stated, or what a service counts of its own work. */
  | { readonly kind: 'other'; readonly text: string };

/** What is said of a number when it is opened. */
export interface Definition {
  readonly title: string;
  readonly meaning: string;
  /** The calculation with its numbers; null where there is none. */
  readonly calculation: string | null;
  readonly inputs: readonly Input[];
  /** The whole address of the question that this answers; null where no question gives it. */
  readonly address: string | null;
  readonly standing: Standing;
}

/** What the service answers as a table, too. */
const TABLES = /\/v1\/(coverage|coverage\/series|gaps|funnel|benefits)(\?|$)/;

/** Whether the same address gives CSV. */
export const hasCsv = ({ address }: Pick<Definition, 'address'>): boolean =>
  address !== null && TABLES.test(address);
