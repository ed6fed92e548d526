/**
 * Shares `total` out by weight in whole numbers that add up to it exactly (largest remainders; of equal ones the
 * earlier). Weights are not negative and not all nought.
 */
export const apportion = (total: number, weights: readonly number[]): number[] => {
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const parts = exact.map(Math.floor);
  const rest = total - parts.reduce((a, b) => a + b, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, rest)) parts[index]! += 1;
  return parts;
};

/** The index of the part that the `rank`-th thing (from 0) falls into, where `ends` are the running sums. */
export const partOf = (rank: number, ends: readonly number[]): number => {
  let low = 0;
  let high = ends.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rank < ends[middle]!) high = middle;
    else low = middle + 1;
  }
  return low;
};

/** Running sums. */
export const runningSums = (parts: readonly number[]): number[] => {
  let sum = 0;
  return parts.map((part) => (sum += part));
};

const greatestCommonDivisor = (a: number, b: number): number =>
  b === 0 ? a : greatestCommonDivisor(b, a % b);

/** Puts 0 … size-1 in another order, without keeping a list: neighbours come to lie far apart. */
export const shuffledRank = (rank: number, size: number): number => {
  let step = Math.max(1, Math.floor(size * 0.618));
  while (greatestCommonDivisor(step, size) !== 1) step += 1;
  return (rank * step) % size;
};
