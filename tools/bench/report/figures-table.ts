import { verdictOf } from './judge.js';
import { QUANTITIES, type Quantity } from './quantities.js';
import type { Measured } from './results.js';
import { median } from './statistics.js';
import { markdownTable } from './table.js';

const DIGITS_BELOW_TEN = 2;
const DIGITS_BELOW_HUNDRED = 1;

const numberText = (value: number): string => {
  if (!Number.isFinite(value)) return 'nothing';
  const size = Math.abs(value);
  const digits = size < 10 ? DIGITS_BELOW_TEN : size < 100 ? DIGITS_BELOW_HUNDRED : 0;
  return value.toLocaleString('en-GB', { maximumFractionDigits: digits });
};

const boundText = ({ unit }: Quantity, bound: number | null): string =>
  bound === null ? '' : `${numberText(bound)} ${unit}`;

const rowOf = (quantity: Quantity, rounds: readonly number[]): readonly string[] => [
  quantity.what,
  boundText(quantity, quantity.floor),
  boundText(quantity, quantity.aim),
  `${numberText(median(rounds))} ${quantity.unit}`,
  rounds.length > 1 ? rounds.map(numberText).join('; ') : '',
  verdictOf(quantity, rounds),
];

/** Floor, aim, what was measured and the verdict, of each figure that the measurements gave; and of those that they did not give. */
export const figuresTable = (measurements: readonly Measured[]): string => {
  const rows = measurements.flatMap(({ name, figures }) =>
    QUANTITIES.filter(({ key }) => key.startsWith(`${name}.`)).map((quantity) =>
      rowOf(quantity, figures[quantity.key] ?? []),
    ),
  );
  return markdownTable(['what', 'floor', 'aim', 'median', 'rounds', 'verdict'], rows, [1, 2, 3, 4]);
};
