import { topology } from 'topojson-server';
import type { Polygon } from '../../domain/outlines/outline.js';
import { Topologies, type NamedOutline } from '../../use-cases/topologies.js';

/** Positions lie on a grid of so many lines each way, over all that is drawn: fifty metres for the whole country. */
const GRID_LINES = 100_000;

const copyOf = (polygons: readonly Polygon[]): number[][][][] =>
  polygons.map((polygon) =>
    polygon.map((ring) => ring.map(([longitude, latitude]) => [longitude, latitude])),
  );

/** As the library takes it, which moves the positions that it is given onto its grid: hence a copy. */
const featureOf = ({ code, name, polygons }: NamedOutline) => ({
  type: 'Feature',
  properties: { code, name },
  geometry: { type: 'MultiPolygon', coordinates: copyOf(polygons) },
});

/** TopoJSON by the library of those who made the format. */
export class DrawnTopologies extends Topologies {
  override textOf(outlines: readonly NamedOutline[]): string {
    const regions = { type: 'FeatureCollection' as const, features: outlines.map(featureOf) };
    return JSON.stringify(topology({ regions }, GRID_LINES));
  }
}
