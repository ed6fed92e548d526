import { Flaw, listOf, member, type Read } from './flaw.js';
import type { Polygon, Ring } from './outline.js';

/**
 * The polygons of a geometry; none where there is no geometry. GeoJSON and TopoJSON nest rings alike, under names of
 * their own.
 */
export const polygonsOf = (
  geometry: unknown,
  name: 'coordinates' | 'arcs',
  readRing: Read<Ring>,
): readonly Polygon[] | Flaw => {
  if (geometry === null) return [];
  const readPolygon = listOf(readRing, 1);
  const type = member(geometry, 'type', (value) => value);
  switch (type) {
    case null:
      return [];
    case 'Polygon': {
      const polygon = member(geometry, name, readPolygon);
      return polygon instanceof Flaw ? polygon : [polygon];
    }
    case 'MultiPolygon':
      return member(geometry, name, listOf(readPolygon, 1));
    default:
      return type instanceof Flaw ? type : new Flaw('not-a-polygon', ['type']);
  }
};

/** Reads the code among the properties of a region; each code once in a file. */
export const codeReader = (): Read<string> => {
  const codes = new Set<string>();
  return (properties) =>
    member(properties, 'code', (code) => {
      if (typeof code !== 'string') return new Flaw('malformed');
      if (codes.has(code)) return new Flaw('code-repeated');
      codes.add(code);
      return code;
    });
};
