import { exactly, Flaw, listOf, member, type Read } from './flaw.js';
import type { Outline, Ring } from './outline.js';
import { codeReader, polygonsOf } from './read-shape.js';
import { closedRing, positionAt, readPair } from './ring.js';

const readPositions = listOf((value) => {
  const pair = readPair(value);
  return pair instanceof Flaw ? pair : positionAt(...pair);
});

const readRing: Read<Ring> = (value) => {
  const positions = readPositions(value);
  return positions instanceof Flaw ? positions : closedRing(positions);
};

const readFeature =
  (readCode: Read<string>): Read<Outline> =>
  (feature) => {
    const type = member(feature, 'type', exactly('Feature'));
    if (type instanceof Flaw) return type;
    const code = member(feature, 'properties', readCode);
    if (code instanceof Flaw) return code;
    const polygons = member(feature, 'geometry', (geometry) => polygonsOf(geometry, 'coordinates', readRing));
    return polygons instanceof Flaw ? polygons : { code, polygons };
  };

/** The outlines of a FeatureCollection of GeoJSON (RFC 7946): a feature is a region. */
export const outlinesOfCollection: Read<readonly Outline[]> = (collection) =>
  member(collection, 'features', listOf(readFeature(codeReader())));
