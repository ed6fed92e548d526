/** The least scale: below it the fixed benefits would come to more than the scaled totals. */
export const SCALE_LEAST = 0.005;

/** A number of the whole story (scale 1) in a smaller one. */
export const scaled = (count: number, scale: number): number => Math.round(count * scale);

/** Persons active in Solo on 17 December 2024: 100,512 in the whole story, as printed; proportionally fewer in others. */
export const SOLO_ACTIVE_PERSONS = 100_512;
export const activePersonsAt = (scale: number): number => scaled(SOLO_ACTIVE_PERSONS, scale);

/** Throws unless the scale is one that the story can be told at. */
export const checkedScale = (scale: number): number => {
  if (!(scale >= SCALE_LEAST && scale <= 1))
    throw new RangeError(`scale must lie between ${SCALE_LEAST} and 1, not ${scale}`);
  return scale;
};
