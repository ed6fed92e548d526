import { occupationGroupOf } from '#libs/kernel';

/** Transport is the one sector with rules of its own. */
export type Sector = 'transport' | 'other';

/** The sector of a person with these occupations: transport when one of the jobs is. */
export const sectorOf = (occupations: readonly string[]): Sector =>
  occupations.some((code) => occupationGroupOf(code) === 'transport-and-delivery') ? 'transport' : 'other';
