/** Fewer persons than this are not shown to the public. */
export const SHOWN_FROM_PERSONS = 10;

/**
 * Which parts of a sum must be hidden: those under ten persons, and further ones, smallest first, until what is hidden
 * has ten persons together, so that the sum and the others do not tell. Where nobody is in the hidden parts there is
 * nobody to hide, and nothing else goes with them.
 * @param parts persons by part; they add up to what the reader knows
 */
export const hiddenParts = (parts: ReadonlyMap<string, number>): ReadonlySet<string> => {
  const ascending = [...parts].sort(([a, m], [b, n]) => m - n || (a < b ? -1 : 1));
  const hidden = new Set<string>();
  let persons = 0;
  for (const [part, count] of ascending) {
    const isRevealing = persons > 0 && persons < SHOWN_FROM_PERSONS;
    if (count >= SHOWN_FROM_PERSONS && !isRevealing) break;
    hidden.add(part);
    persons += count;
  }
  return hidden;
};

/** A region with its persons, and the parts that add up to them. */
export interface Level {
  readonly region: string;
  readonly persons: number;
  /** By region of the next level down; persons who belong to none of them under `unmapped`. */
  readonly below: ReadonlyMap<string, number>;
}

/**
 * What the public may see of the last of several regions, each of which lies in the one before, beginning with the
 * country. A region that is hidden among its siblings is hidden wherever it is asked for, and so is all within it.
 */
export const publicView = (path: readonly Level[]): { isShown: boolean; hidden: ReadonlySet<string> } => {
  let isShown = path[0]!.persons >= SHOWN_FROM_PERSONS;
  path.slice(1).forEach((level, place) => {
    isShown &&= !hiddenParts(path[place]!.below).has(level.region);
  });
  const { below } = path.at(-1)!;
  return { isShown, hidden: isShown ? hiddenParts(below) : new Set(below.keys()) };
};
