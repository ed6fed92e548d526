import { happened, ignored, refused, type Outcome } from '#libs/kernel';
import { reachesAll, type Reach } from '../regions/reach.js';
import { COUNTRY, type RegionTree } from '../regions/region-tree.js';
import type { Outline, Polygon, Ring } from './outline.js';
import { asFirstDrawn } from './ring.js';

/** What a decision rests on. */
export interface KnownOfRegion {
  /** The outline that is kept of the region. */
  readonly known: Outline | null;
  readonly regions: RegionTree;
  /** The regions that the sender may speak for. */
  readonly reach: Reach;
}

/** As text: holes and polygons have no order. */
const shapeOf = ([around, ...holes]: Polygon): string => {
  const drawn = (ring: Ring) => JSON.stringify(asFirstDrawn(ring));
  return [drawn(around!), ...holes.map(drawn).sort()].join();
};

const isDrawnAlike = (one: Outline, other: Outline): boolean =>
  one.polygons.length === other.polygons.length &&
  one.polygons.map(shapeOf).sort().join(';') === other.polygons.map(shapeOf).sort().join(';');

/**
 * An outline takes the place of the one before; the same again changes nothing, wherever its rings begin and whichever way
 * they go, as in a file of another form. Refused are regions that are not in the
 * list, or that the sender does not reach; the country, since outlines are shown of what lies in a region; and an outline
 * that says nothing.
 */
export const recordOutline = (
  stated: Outline,
  { known, regions, reach }: KnownOfRegion,
): Outcome<Outline> => {
  if (!regions.has(stated.code)) return refused('unknown-region');
  if (!reachesAll(reach, [stated.code])) return refused('outside-regions');
  if (stated.code === COUNTRY) return refused('not-within-a-region');
  if (stated.polygons.length === 0) return refused('geometry-missing');
  if (known !== null && isDrawnAlike(known, stated)) return ignored('nothing-changes');
  return happened(stated);
};
