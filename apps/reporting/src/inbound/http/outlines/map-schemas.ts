import type { ApiBodyOptions } from '@nestjs/swagger';

type Schema = Exclude<Extract<ApiBodyOptions, { schema: unknown }>['schema'], { $ref: string }>;

const position: Schema = { type: 'array', items: { type: 'number' }, minItems: 2 };
const named = (type: string): Schema => ({ type: 'string', enum: [type] });
const listOf = (items: Schema): Schema => ({ type: 'array', items });
const objectOf = (properties: Readonly<Record<string, Schema>>) => ({
  type: 'object',
  required: Object.keys(properties),
  properties,
});

const code: Schema = { type: 'string', example: '33.72' };
const KINDS = ['Polygon', 'MultiPolygon'];
const polygons = (rings: string) =>
  objectOf({ type: { type: 'string', enum: KINDS }, [rings]: { type: 'array', items: {} } });
const ofNoKind = objectOf({ type: { type: 'string', enum: [null], nullable: true } });

/** Without a geometry, or with one of no kind, a region has no outline: that is said of it by itself. */
const feature = objectOf({
  type: named('Feature'),
  properties: objectOf({ code }),
  geometry: { oneOf: [polygons('coordinates'), ofNoKind], nullable: true },
});

const topologyOf = (objects: Schema): Schema => {
  const { properties, ...rest } = objectOf({
    type: named('Topology'),
    arcs: listOf(listOf(position)),
    objects,
  });
  const transform = objectOf({ scale: position, translate: position });
  return { ...rest, properties: { ...properties, transform } };
};

/** GeoJSON (RFC 7946) or TopoJSON, each feature or geometry with the code of its region. */
export const OUTLINES_FILE: Schema = {
  oneOf: [
    objectOf({ type: named('FeatureCollection'), features: listOf(feature) }),
    topologyOf({ type: 'object' }),
  ],
};

/** TopoJSON with one layer. */
export const REGIONS_TOPOLOGY: Schema = topologyOf(
  objectOf({
    regions: objectOf({
      type: named('GeometryCollection'),
      geometries: listOf(
        objectOf({
          ...polygons('arcs').properties,
          properties: objectOf({ code, name: { type: 'string' } }),
        }),
      ),
    }),
  }),
);
