import { PUBLISHED_FIGURES, type PublishedFigure } from './published-figures.js';

const printed = (id: string) => {
  const figure = PUBLISHED_FIGURES.find(
    (one): one is Extract<PublishedFigure, { kind: 'stock' }> => one.id === id && one.kind === 'stock',
  );
  if (figure === undefined) throw new Error(`nothing is printed by the name of ${id}`);
  return figure;
};

const [EARLY, LATE] = [printed('solo-informal-2014'), printed('branch-informal-2022')];

/** How many informal members the branch had, as printed: the first time, and eight years later. */
export const INFORMAL_2014 = EARLY.value;
export const INFORMAL_2022 = LATE.value;
/** The days that the numbers speak about. */
export const INFORMAL_2014_ON = EARLY.asOf;
export const INFORMAL_2022_ON = LATE.asOf;
/** The branch: the city and the four kabupaten around it. */
export const BRANCH = LATE.regions;
