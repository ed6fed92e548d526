import { median } from '../report/statistics.js';

/** Both ways in turn, the first one first in every other round: what the machine does meanwhile befalls both. */
export const inRounds = async <Ours, Naive>(
  rounds: number,
  ours: (round: number) => Promise<Ours>,
  naive: (round: number) => Promise<Naive>,
): Promise<{ readonly ours: readonly Ours[]; readonly naive: readonly Naive[] }> => {
  const found = { ours: [] as Ours[], naive: [] as Naive[] };
  for (let round = 1; round <= rounds; round += 1) {
    if (round % 2 === 0) found.naive.push(await naive(round));
    found.ours.push(await ours(round));
    if (round % 2 === 1) found.naive.push(await naive(round));
  }
  return found;
};

/** How many times faster one is than the other, median by median. */
export const ratioOf = (ours: readonly number[], naive: readonly number[]): number =>
  median(ours) / median(naive);
