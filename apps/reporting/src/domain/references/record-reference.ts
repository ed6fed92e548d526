import { happened, ignored, refused, type Outcome, type Reason } from '#libs/kernel';
import { reachesAll, type Reach } from '../regions/reach.js';
import type { RegionTree } from '../regions/region-tree.js';
import { regionsKey, type ReferenceContents, type ReferenceKind, type Target } from './references.js';

/** What somebody states under an id. */
export type StatedReference = {
  [Kind in ReferenceKind]: {
    readonly kind: Kind;
    readonly id: string;
    readonly content: ReferenceContents[Kind];
  };
}[ReferenceKind];

/** A version of a reference came to be; those before it stay. */
export type ReferenceRecorded = StatedReference & { readonly version: number };

/** What a decision rests on. */
export interface Standing {
  /** The latest version under the id. */
  readonly known: ReferenceRecorded | null;
  readonly regions: RegionTree;
  readonly reach: Reach;
}

const isValueOfKind = ({ kind, value }: Target): boolean =>
  kind === 'coverage' ? value >= 0 && value <= 1 : Number.isSafeInteger(value) && value >= 0;

const isReversed = ({ content, kind }: StatedReference): boolean =>
  kind !== 'denominator' &&
  content.from !== null &&
  content.through !== null &&
  content.through < content.from;

const flawOf = (stated: StatedReference, { known, regions, reach }: Standing): Reason | null => {
  if (!stated.content.regions.every((code) => regions.has(code))) return 'unknown-region';
  if (!reachesAll(reach, stated.content.regions)) return 'outside-regions';
  if (!reachesAll(reach, known?.content.regions ?? [])) return 'outside-regions';
  if (isReversed(stated)) return 'period-reversed';
  return stated.kind === 'target' && !isValueOfKind(stated.content) ? 'out-of-range' : null;
};

/** A content in a form in which equal ones are equal texts: the order of regions does not count. */
const comparable = ({ content }: StatedReference): string => {
  const fields = Object.entries({ ...content, regions: regionsKey(content.regions) });
  return JSON.stringify(fields.sort(([a], [b]) => (a < b ? -1 : 1)));
};

/**
 * Other content than the latest makes the next version, the same changes nothing. Refused are regions that are not in
 * the list, regions (stated, or of the version before) that the sender does not reach, a period that ends before it
 * begins, and a target that is neither a ratio 0 … 1 (coverage) nor whole persons (stock, new).
 */
export const recordReference = (stated: StatedReference, standing: Standing): Outcome<ReferenceRecorded> => {
  const flaw = flawOf(stated, standing);
  if (flaw !== null) return refused(flaw);
  const { known } = standing;
  if (known !== null && comparable(known) === comparable(stated)) return ignored('nothing-changes');
  return happened({ ...stated, version: (known?.version ?? 0) + 1 });
};
