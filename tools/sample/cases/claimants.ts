import type { Programme } from '#libs/kernel';
import type { CohortName } from '../cohorts.js';
import type { Story } from '../story.js';

/** Whose cases a programme has. */
export const CLAIMANTS: Readonly<Record<Programme, CohortName>> = {
  JHT: 'old-age-paid',
  JKM: 'died',
  JKK: 'injured',
  JP: 'pensioned',
  JKP: 'laid-off',
};

/** The person of the `rank`-th case of a programme. */
export const claimantOf = (story: Story, programme: Programme, rank: number): number =>
  story.cohorts.find(({ name }) => name === CLAIMANTS[programme])!.first + rank;
