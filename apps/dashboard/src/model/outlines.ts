import type { RegionOutlines } from '../api/answers.js';
import type { Shaded } from './shade.js';

/** Regions with an outline, and those without one. */
export interface Parted {
  readonly drawn: readonly Shaded[];
  readonly tiles: readonly Shaded[];
}

/** Parts regions by whether there is an outline of them. */
export const partedBy = (outlines: RegionOutlines | null, shaded: readonly Shaded[]): Parted => {
  const codes = new Set(outlines?.objects.regions.geometries.map(({ properties: { code } }) => code));
  const isDrawn = ({ row: { region } }: Shaded) => region !== null && codes.has(region);
  return { drawn: shaded.filter(isDrawn), tiles: shaded.filter((one) => !isDrawn(one)) };
};

/**
 * How many times as wide as high the land is that is drawn, in degrees: the lines of the grid are as many either way. One
 * where that is not said.
 */
export const aspectOf = ({ transform }: RegionOutlines): number => {
  const [width, height] = transform?.scale ?? [];
  return width && height ? width / height : 1;
};
