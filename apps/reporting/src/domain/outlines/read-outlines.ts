import { Flaw, member, type Read } from './flaw.js';
import type { Outline } from './outline.js';
import { outlinesOfCollection } from './read-collection.js';
import { outlinesOfTopology } from './read-topology.js';

/**
 * The outlines of a file, or the first thing that is wrong with it. A file is a FeatureCollection of GeoJSON or a
 * Topology of TopoJSON whose features or geometries are polygons in degrees, each with the region's code among its
 * properties. What else it says is passed over.
 */
export const readOutlines: Read<readonly Outline[]> = (file) => {
  const type = member(file, 'type', (value) => value);
  switch (type) {
    case 'FeatureCollection':
      return outlinesOfCollection(file);
    case 'Topology':
      return outlinesOfTopology(file);
    default:
      return type instanceof Flaw ? type : new Flaw('malformed', ['type']);
  }
};
