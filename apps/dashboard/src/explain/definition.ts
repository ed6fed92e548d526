import type { Freshness } from '../api/answers.js';

/** A line of the list of inputs: label and value. */
export type Input = readonly [label: string, value: string];

/** What is said of a number when it is opened. */
export interface Definition {
  readonly title: string;
  readonly meaning: string;
  /** The calculation with its numbers; null where there is none. */
  readonly calculation: string | null;
  readonly inputs: readonly Input[];
  /** The whole address of the question that this answers. */
  readonly address: string;
  /** Whether the same address gives CSV. */
  readonly hasCsv: boolean;
  /** How far the figure had heard, where the answer says so. */
  readonly freshness: Freshness | null;
}
