import { NAIVE_PER_SECOND_LEAST, type Quantity } from './quantities.js';
import type { BenchReport, Calibration, Measured, Proof } from './results.js';
import { median } from './statistics.js';

export type Verdict =
  'reaches the aim' | 'holds the floor' | 'MISSES THE FLOOR' | 'misses the aim' | 'reported';

const isMet = ({ better }: Quantity, value: number, bound: number): boolean =>
  Number.isFinite(value) && (better === 'more' ? value >= bound : value <= bound);

/** What the median of the rounds is worth. A figure that is no number reaches nothing. */
export const verdictOf = (quantity: Quantity, rounds: readonly number[]): Verdict => {
  const value = median(rounds);
  const { floor, aim } = quantity;
  if (floor !== null && !isMet(quantity, value, floor)) return 'MISSES THE FLOOR';
  if (aim !== null && isMet(quantity, value, aim)) return 'reaches the aim';
  if (floor !== null) return 'holds the floor';
  return aim === null ? 'reported' : 'misses the aim';
};

/** Whether what was found is what the inputs make: number, sum and hash. */
export const isRight = ({ expected, found }: Proof): boolean =>
  expected.count === found.count && expected.sum === found.sum && expected.hash === found.hash;

const shown = ({ count, sum, hash }: Proof['found']) => `${count} adding up to ${sum}, hash ${hash}`;

const wrongDigests = ({ name, proofs }: Measured): string[] =>
  proofs
    .filter((proof) => !isRight(proof))
    .map(
      ({ what, expected, found }) =>
        `${name}: ${what} came out as ${shown(found)}; the inputs make ${shown(expected)}.`,
    );

const slowNaive = ({ name, figures }: Measured): string[] =>
  (figures[`${name}.naive`] ?? [])
    .filter((perSecond) => name !== 'footprint' && !(perSecond >= NAIVE_PER_SECOND_LEAST))
    .map(
      (perSecond) =>
        `${name}: void, for the naive way came to ${Math.round(perSecond)}/s only, below ${NAIVE_PER_SECOND_LEAST}/s.`,
    );

/** Why a run does not count, in sentences; none when it does. A missed floor is no such reason: it is a result. */
export const problemsOf = ({ measurements, failures }: BenchReport): readonly string[] => [
  ...failures,
  ...measurements.flatMap((measured) => [...wrongDigests(measured), ...slowNaive(measured)]),
];

/** What the process ends with: 1 when the run does not count. */
export const exitCodeOf = (report: BenchReport): 0 | 1 => (problemsOf(report).length === 0 ? 0 : 1);

const DRIFT_MAX = 0.15;

/** By how much the largest of the values is more than the smallest. */
const driftOf = (values: readonly number[]) => Math.max(...values) / Math.min(...values) - 1;

/** What is to be said when the machine was another one at times; null when it was the same throughout. */
export const driftSentence = (calibrations: readonly Calibration[]): string | null => {
  const drift = Math.max(
    driftOf(calibrations.map(({ cpuSeconds }) => cpuSeconds)),
    driftOf(calibrations.map(({ syncsPerSecond }) => syncsPerSecond)),
  );
  if (drift <= DRIFT_MAX) return null;
  return `The calibration differed by ${Math.round(drift * 100)} % within the run: the machine was not at rest, take the figures with care.`;
};
