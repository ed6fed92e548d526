import type { Target } from '../references/references.js';

const HUNDREDTHS_OF_PER_CENT = 10_000n;

/** Per cent with two decimals, truncated as the published figures are, with the Indonesian comma: `44,24%`. */
export const percentageText = (persons: number, denominator: number): string => {
  const hundredths = (BigInt(persons) * HUNDREDTHS_OF_PER_CENT) / BigInt(denominator);
  return `${hundredths / 100n},${String(hundredths % 100n).padStart(2, '0')}%`;
};

/** A decimal number as it is written, as a fraction of whole numbers: 0.07 is 7 / 100. */
const fractionOf = (value: number): { numerator: bigint; scale: bigint } => {
  const [digits = '0', exponent = '0'] = value.toExponential().split('e');
  const [whole = '0', decimals = ''] = digits.split('.');
  const places = decimals.length - Number(exponent);
  const numerator = BigInt(whole + decimals);
  return places >= 0
    ? { numerator, scale: 10n ** BigInt(places) }
    : { numerator: numerator * 10n ** BigInt(-places), scale: 1n };
};

/** The least number of persons that reaches a share of a denominator: exact, however the share is written. */
export const personsAt = (share: number, denominator: number): number => {
  const { numerator, scale } = fractionOf(share);
  return Number((numerator * BigInt(denominator) + scale - 1n) / scale);
};

/** What is counted against a target. */
export interface Reached {
  readonly persons: number;
  readonly denominator: number | null;
  /** Newly registered in the target's period. */
  readonly joined: number;
}

/** How many persons a target asks for; null for a share of an unknown denominator. */
export const goalOf = ({ kind, value }: Target, denominator: number | null): number | null => {
  if (kind !== 'coverage') return Math.ceil(value);
  return denominator === null ? null : personsAt(value, denominator);
};

/** How many persons are wanting, never below 0; null for a share of an unknown denominator. */
export const neededFor = (target: Target, { persons, denominator, joined }: Reached): number | null => {
  const goal = goalOf(target, denominator);
  return goal === null ? null : Math.max(0, goal - (target.kind === 'new' ? joined : persons));
};
