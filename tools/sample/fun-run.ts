import { apportion } from './chance/apportion.js';
import { FUN_RUN_CITIES } from './places/places.js';
import { PUBLISHED_FIGURES, type PublishedFigure } from './published-figures.js';

/** One run of those that were held in eleven cities. */
export interface FunRun {
  readonly campaign: string;
  readonly city: string;
  readonly reached: number;
}

export const FUN_RUN_CHANNEL = 'EVENT-FUN-RUN-2015';

const PRINTED = PUBLISHED_FIGURES.find(
  (figure): figure is Extract<PublishedFigure, { kind: 'funnel' }> => figure.kind === 'funnel',
)!;

/** The days between which people signed up at a run. */
export const FUN_RUN_DAYS = { from: PRINTED.from, through: PRINTED.through };

const JAKARTA = '31.71';

/** Who was reached in all cities together is printed, and how many should have been in each: shared out by that. */
const reached = apportion(
  PRINTED.reached,
  FUN_RUN_CITIES.map((city) =>
    city === JAKARTA ? PRINTED.targetReachedJakarta : PRINTED.targetReachedPerCity,
  ),
);

/** The runs, a campaign each. */
export const FUN_RUNS: readonly FunRun[] = FUN_RUN_CITIES.map((city, place) => ({
  campaign: `FUN-RUN-2015-${city}`,
  city,
  reached: reached[place]!,
}));
