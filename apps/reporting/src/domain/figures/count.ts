import {
  labelsOf,
  matches,
  partsOf,
  type Labels,
  type TermsCut,
  type TermsFilter,
} from '../coverage/labels.js';
import type { Signature } from '../coverage/terms.js';

/** So many persons of one signature. */
export interface Counted {
  readonly signature: Signature;
  readonly persons: number;
}

/** Reads each signature once. */
const labelReader = () => {
  const known = new Map<Signature, readonly Labels[]>();
  return (signature: Signature): readonly Labels[] => {
    let labels = known.get(signature);
    if (labels === undefined) known.set(signature, (labels = labelsOf(signature)));
    return labels;
  };
};

/** Whether a filter lets everybody count. */
export const isUnfiltered = (filter: TermsFilter): boolean =>
  Object.values(filter).every((values) => values === undefined);

/** The persons who count under the filter, each once, by what `keyOf` says of their cell. */
export const countBy = <Cell extends Counted>(
  cells: readonly Cell[],
  filter: TermsFilter,
  keyOf: (cell: Cell) => string,
): ReadonlyMap<string, number> => {
  const read = labelReader();
  const counts = new Map<string, number>();
  const all = isUnfiltered(filter);
  for (const cell of cells) {
    if (!all && !matches(read(cell.signature), filter)) continue;
    const key = keyOf(cell);
    counts.set(key, (counts.get(key) ?? 0) + cell.persons);
  }
  return counts;
};

/** The persons of each part of a cut, once in each part that applies to them under the filter. */
export const countParts = (
  cells: readonly Counted[],
  filter: TermsFilter,
  cut: TermsCut,
): ReadonlyMap<string, number> => {
  const read = labelReader();
  const counts = new Map<string, number>();
  for (const { signature, persons } of cells) {
    for (const part of partsOf(read(signature), cut, filter))
      counts.set(part, (counts.get(part) ?? 0) + persons);
  }
  return counts;
};

/** The sum of all counts. */
export const sumOf = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((sum, persons) => sum + persons, 0);
