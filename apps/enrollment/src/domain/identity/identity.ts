import type { Day } from '#libs/kernel';

/** Who somebody says to be, beside the NIK. It names the person, so it is held in memory only. */
export interface Identity {
  readonly fullName: string;
  readonly birthDate: Day;
}

export const IDENTITY_DIFFERENCES = ['name', 'birth-date'] as const;
/** In what two statements under one NIK differ. */
export type IdentityDifference = (typeof IDENTITY_DIFFERENCES)[number];

/** Accents, capitals, points and the order of words are how a name is written, not what it is. */
const wordsOf = (name: string): string =>
  (
    name
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .toUpperCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
    .sort()
    .join(' ');

/**
 * In what a statement differs from all that were made under the same NIK before; in nothing where there were none.
 * A name that was stated before is no difference, even where another one was stated in between.
 */
export const differencesFrom = (
  stated: Identity,
  before: readonly Identity[],
): readonly IdentityDifference[] => {
  if (before.length === 0) return [];
  const hasName = before.some(({ fullName }) => wordsOf(fullName) === wordsOf(stated.fullName));
  const hasBirthDate = before.some(({ birthDate }) => birthDate === stated.birthDate);
  return [...(hasName ? [] : (['name'] as const)), ...(hasBirthDate ? [] : (['birth-date'] as const))];
};
