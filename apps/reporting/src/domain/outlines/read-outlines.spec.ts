import { describe, expect, it } from '@jest/globals';
import { Flaw } from './flaw.js';
import type { Outline } from './outline.js';
import { readOutlines } from './read-outlines.js';

type Positions = readonly (readonly number[])[];

const SQUARE: Positions = [
  [110, -7],
  [111, -7],
  [111, -8],
  [110, -8],
  [110, -7],
];
const TRIANGLE: Positions = [
  [110.2, -7.2],
  [110.4, -7.2],
  [110.4, -7.4],
  [110.2, -7.2],
];

const polygon = (...coordinates: unknown[]) => ({ type: 'Polygon', coordinates });
const feature = (geometry: unknown, code: unknown = '33.72') => ({
  type: 'Feature',
  properties: { code, name: 'whatever' },
  geometry,
});
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', name: 'a layer', features });

/** Two squares side by side: the first arc is their common line, the others go around either. */
const NEIGHBOURS = [
  [
    [111, -7],
    [111, -8],
  ],
  [
    [111, -8],
    [110, -8],
    [110, -7],
    [111, -7],
  ],
  [
    [111, -8],
    [112, -8],
    [112, -7],
    [111, -7],
  ],
];
const region = (arcs: unknown, code: unknown = '33.72', type: string | null = 'Polygon') => ({
  type,
  properties: { code },
  arcs,
});
const layer = (...geometries: unknown[]) => ({ type: 'GeometryCollection', geometries });
const topology = (objects: object, more: object = {}) => ({
  type: 'Topology',
  arcs: NEIGHBOURS,
  objects,
  ...more,
});

/** What a file says, or where it is wrong and why. */
const reading = (file: unknown): readonly Outline[] | string => {
  const found = readOutlines(file);
  return found instanceof Flaw ? `${found.path.join('.')}: ${found.reason}` : found;
};
const codesIn = (file: unknown) => {
  const found = reading(file);
  return typeof found === 'string' ? found : found.map(({ code }) => code);
};

describe('a file of outlines', () => {
  it.each([
    [undefined, ': malformed'],
    [null, ': malformed'],
    ['FeatureCollection', ': malformed'],
    [[collection()], ': malformed'],
    [{}, 'type: missing'],
    [{ type: 'Feature' }, 'type: malformed'],
    [{ type: 'FeatureCollection' }, 'features: missing'],
    [{ type: 'FeatureCollection', features: {} }, 'features: malformed'],
    [{ type: 'Topology' }, 'arcs: missing'],
    [{ type: 'Topology', arcs: [] }, 'objects: missing'],
    [{ type: 'Topology', arcs: [], objects: [] }, 'objects: malformed'],
  ])('that is %j is none', (file, flaw) => expect(reading(file)).toBe(flaw));

  it('may say nothing', () => {
    expect(reading(collection())).toEqual([]);
    expect(reading(topology({}))).toEqual([]);
  });
});

describe('a feature', () => {
  it('is one polygon with its holes, or several', () => {
    const several = { type: 'MultiPolygon', coordinates: [[SQUARE, TRIANGLE], [TRIANGLE]] };
    expect(reading(collection(feature(polygon(SQUARE, TRIANGLE)), feature(several, '33.11')))).toEqual([
      { code: '33.72', polygons: [[SQUARE, TRIANGLE]] },
      { code: '33.11', polygons: [[SQUARE, TRIANGLE], [TRIANGLE]] },
    ]);
  });

  it('without a geometry has no outline', () =>
    expect(reading(collection(feature(null)))).toEqual([{ code: '33.72', polygons: [] }]));

  it.each([
    [feature({ type: 'Point', coordinates: [110, -7] }), 'geometry.type: not-a-polygon'],
    [feature({ type: 'GeometryCollection', geometries: [] }), 'geometry.type: not-a-polygon'],
    [feature({ coordinates: [SQUARE] }), 'geometry.type: missing'],
    [feature([SQUARE]), 'geometry: malformed'],
    [feature(undefined), 'geometry: missing'],
    [feature({ type: 'Polygon' }), 'geometry.coordinates: missing'],
    [feature(polygon()), 'geometry.coordinates.0: missing'],
    [feature({ type: 'MultiPolygon', coordinates: [] }), 'geometry.coordinates.0: missing'],
    [feature({ type: 'MultiPolygon', coordinates: [[SQUARE], []] }), 'geometry.coordinates.1.0: missing'],
    [feature({ type: 'MultiPolygon', coordinates: [SQUARE] }), 'geometry.coordinates.0.0.0: malformed'],
    [feature(polygon(SQUARE), 33), 'properties.code: malformed'],
    [{ ...feature(polygon(SQUARE)), properties: { name: 'Solo' } }, 'properties.code: missing'],
    [{ ...feature(polygon(SQUARE)), properties: null }, 'properties: malformed'],
    [{ ...feature(polygon(SQUARE)), type: 'feature' }, 'type: malformed'],
  ])('is none where it is wrong: %#', (wrong, flaw) =>
    expect(reading(collection(feature(polygon(SQUARE), '33.11'), wrong))).toBe(`features.1.${flaw}`),
  );

  it('has a code that no other of the file has', () => {
    const [one, other] = [feature(polygon(SQUARE), '33.11'), feature(polygon(TRIANGLE))];
    expect(codesIn(collection(one, other))).toEqual(['33.11', '33.72']);
    expect(codesIn(collection(one, other, one))).toBe('features.2.properties.code: code-repeated');
  });
});

describe('a ring', () => {
  const of = (ring: unknown) => {
    const found = reading(collection(feature(polygon(ring))));
    return typeof found === 'string' ? found.replace('features.0.geometry.coordinates.0', 'ring') : 'good';
  };
  const around = ([x, y]: readonly [number, number]) => [[x, y], ...SQUARE.slice(1, -1), [x, y]];

  it('has four positions, of which the last is the first', () => {
    expect(of(TRIANGLE)).toBe('good');
    expect(of([TRIANGLE[0], TRIANGLE[1], TRIANGLE[0]])).toBe('ring: ring-too-short');
    expect(of([])).toBe('ring: ring-too-short');
    expect(of([...TRIANGLE.slice(0, 3), [110.2, -7.3]])).toBe('ring: ring-open');
    expect(of([...TRIANGLE.slice(0, 3), [110.3, -7.2]])).toBe('ring: ring-open');
  });

  it.each<[number, number, string]>([
    [180, -7, 'good'],
    [-180, -7, 'good'],
    [180.000_001, -7, 'ring.0: out-of-range'],
    [-180.000_001, -7, 'ring.0: out-of-range'],
    [110, 90, 'good'],
    [110, -90, 'good'],
    [110, 90.000_001, 'ring.0: out-of-range'],
    [110, -90.000_001, 'ring.0: out-of-range'],
    [480_000, 9_163_000, 'ring.0: out-of-range'],
    [Number.NaN, -7, 'ring.0: out-of-range'],
  ])('that begins at %d, %d is %s', (x, y, expected) => expect(of(around([x, y]))).toBe(expected));

  it.each([[[110]], [['110', '-7']], [[110, null]], [[110, -7, 'high']], [110], ['110,-7']])(
    'has no position %j',
    (position) => expect(of([SQUARE[0], position, ...SQUARE.slice(2)])).toBe('ring.1: malformed'),
  );

  it('is kept to a centimetre, without heights', () => {
    const fine = [[110.123_456_78, -7.123_456_74, 95], ...SQUARE.slice(1, -1), [110.123_456_8, -7.123_456_7]];
    expect(reading(collection(feature(polygon(fine))))).toEqual([
      { code: '33.72', polygons: [[[[110.123_456_8, -7.123_456_7], ...SQUARE.slice(1, -1), fine.at(-1)]]] },
    ]);
  });
});

describe('a topology', () => {
  const WEST = [
    [111, -7],
    [111, -8],
    [110, -8],
    [110, -7],
    [111, -7],
  ];
  const EAST = [
    [111, -7],
    [111, -8],
    [112, -8],
    [112, -7],
    [111, -7],
  ];

  it('has its regions in layers, and what two share once', () =>
    expect(
      reading(topology({ west: layer(region([[0, 1]])), east: layer(region([[0, 2]], '33.13')) })),
    ).toEqual([
      { code: '33.72', polygons: [[WEST]] },
      { code: '33.13', polygons: [[EAST]] },
    ]));

  it('goes backwards along an arc below nought', () =>
    expect(reading(topology({ all: region([[-2, -1]]) }))).toEqual([
      { code: '33.72', polygons: [[WEST.toReversed()]] },
    ]));

  it('may lie on a grid, step by step', () => {
    const transform = { scale: [0.5, 0.25], translate: [110, -8] };
    const arcs = [
      [
        [2, 4],
        [0, -4],
      ],
      [
        [2, 0],
        [-2, 0],
        [0, 4],
        [2, 0],
      ],
    ];
    expect(reading(topology({ all: layer(region([[0, 1]])) }, { transform, arcs }))).toEqual([
      { code: '33.72', polygons: [[WEST]] },
    ]);
  });

  it('holds regions of several polygons, of none, and collections of them', () => {
    const several = region([[[0, 1]], [[0, 2]]], '33.13', 'MultiPolygon');
    expect(reading(topology({ all: layer(layer(several), region(undefined, '33.72', null)) }))).toEqual([
      { code: '33.13', polygons: [[WEST], [EAST]] },
      { code: '33.72', polygons: [] },
    ]);
  });

  it.each<[string, object]>([
    ['objects.all.geometries.0.arcs.0.1: arc-unknown', region([[0, 3]])],
    ['objects.all.geometries.0.arcs.0.0: arc-unknown', region([[-4, 1]])],
    ['objects.all.geometries.0.arcs.0.0: arc-unknown', region([[0.5, 1]])],
    ['objects.all.geometries.0.arcs.0.0: malformed', region([['0', 1]])],
    ['objects.all.geometries.0.arcs.0: malformed', region([0, 1])],
    ['objects.all.geometries.0.arcs.0.1: ring-open', region([[0, -2]])],
    ['objects.all.geometries.0.arcs.0: ring-open', region([[1]])],
    ['objects.all.geometries.0.arcs.0: ring-too-short', region([[0, -1]])],
    ['objects.all.geometries.0.arcs: missing', region(undefined)],
    ['objects.all.geometries.0.type: not-a-polygon', region([0], '33.72', 'LineString')],
    ['objects.all.geometries.0.properties: missing', { type: 'Polygon', arcs: [[0, 1]] }],
    ['objects.all.geometries.0.properties.code: malformed', region([[0, 1]], 33)],
  ])('is none where it is wrong, %s', (flaw, wrong) =>
    expect(reading(topology({ all: layer(wrong) }))).toBe(flaw),
  );

  it.each<[string, object]>([
    ['arcs.0.1: malformed', { arcs: [[[110, -7], [110]]] }],
    ['arcs.0: malformed', { arcs: [7] }],
    [
      'arcs.0.1: out-of-range',
      {
        arcs: [
          [
            [110, -7],
            [110, -91],
          ],
        ],
      },
    ],
    ['transform: malformed', { transform: null }],
    ['transform.scale: missing', { transform: { translate: [0, 0] } }],
    ['transform.translate: malformed', { transform: { scale: [1, 1], translate: [0] } }],
    [
      'arcs.0.2: out-of-range',
      {
        transform: { scale: [1, 1], translate: [0, 0] },
        arcs: [
          [
            [179, 0],
            [1, 0],
            [1, 0],
          ],
        ],
      },
    ],
  ])('has no arcs like those with %s', (flaw, more) => expect(reading(topology({}, more))).toBe(flaw));

  it('names a region once, in whichever layer', () =>
    expect(reading(topology({ one: region([[0, 1]]), other: layer(region([[0, 2]])) }))).toBe(
      'objects.other.geometries.0.properties.code: code-repeated',
    ));

  it('that goes the same way again and again ends at four million positions', () => {
    const circle = Array.from({ length: 2_000 }, (_, step) => [step % 1_999 === 0 ? 110 : 111, -7]);
    const goingAround = (times: number) =>
      codesIn(topology({ all: region([Array<number>(times).fill(0)]) }, { arcs: [circle] }));
    expect(goingAround(2_000)).toEqual(['33.72']);
    expect(goingAround(2_001)).toBe('objects.all.arcs.0: too-large');
  });
});
