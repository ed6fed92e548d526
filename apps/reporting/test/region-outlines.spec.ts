import { findRoutesWithoutRule } from '#libs/http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { feature } from 'topojson-client';
import { WritePath } from '#libs/messaging';
import { RegionTree } from '../src/domain/regions/region-tree.js';
import { PostgresOutlines } from '../src/outbound/persistence/outlines/postgres-outlines.js';
import { DrawTheChildrenOfARegion } from '../src/use-cases/draw-the-children-of-a-region.js';
import { KeepOutlinesOfFile } from '../src/use-cases/keep-outlines-of-file.js';
import { openReferencesApp, type Asked, type ReferencesApp } from './references-app.js';

type Position = readonly [number, number];
type Topology = Parameters<typeof feature>[0];

let service: ReferencesApp;
let operator: string;

/** A square of a degree whose upper left corner this is. */
const square = ([x, y]: Position): Position[] => [
  [x, y],
  [x + 1, y],
  [x + 1, y - 1],
  [x, y - 1],
  [x, y],
];
const outline = (code: unknown, corner: Position) => ({
  type: 'Feature',
  properties: { code },
  geometry: { type: 'Polygon', coordinates: [square(corner)] },
});
const map = (...features: unknown[]) => ({ type: 'FeatureCollection', features });

/** Solo and Karanganyar, side by side. */
const SOLO = outline('33.72', [110, -7]);
const NEIGHBOUR = outline('33.13', [111, -7]);
const SIDE_BY_SIDE = {
  type: 'Topology',
  transform: { scale: [1, 1], translate: [110, -8] },
  arcs: [
    [
      [1, 1],
      [0, -1],
    ],
    [
      [1, 0],
      [-1, 0],
      [0, 1],
      [1, 0],
    ],
    [
      [1, 0],
      [1, 0],
      [0, 1],
      [-1, 0],
    ],
  ],
  objects: {
    regencies: {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Polygon', properties: { code: '33.72' }, arcs: [[0, 1]] },
        { type: 'Polygon', properties: { code: '33.13' }, arcs: [[0, 2]] },
      ],
    },
  },
};

const put = (body: unknown, more: Asked = {}) =>
  service.ask('region-outlines', { method: 'PUT', body, token: operator, ...more });

/** Codes, names and corners of what is drawn within a region, read as a page would read it. */
const drawn = async (within: string) => {
  const { status, body } = await service.ask(`region-outlines?within=${within}`);
  if (status !== 200) throw new Error(`answered ${status}`);
  return read(body as unknown as Topology);
};
const read = (topology: Topology) => {
  const { features } = feature(topology, topology.objects['regions']!) as unknown as {
    features: { properties: object; geometry: { coordinates: Position[][][] } }[];
  };
  return features.map(({ properties, geometry }) => ({
    ...properties,
    corners: [
      ...new Set(geometry.coordinates.flat(2).map(([x, y]) => `${Math.round(x)} ${Math.round(y)}`)),
    ].sort(),
  }));
};
const corners = (corner: Position) => [...new Set(square(corner).map(([x, y]) => `${x} ${y}`))].sort();

const solo = (corner: Position) => ({ code: '33.72', name: 'Kota Surakarta', corners: corners(corner) });
const neighbour = (corner: Position) => ({
  code: '33.13',
  name: 'Kabupaten Karanganyar',
  corners: corners(corner),
});

beforeAll(async () => {
  service = await openReferencesApp();
  operator = await service.tokens.of(['operator']);
});
beforeEach(() => service.database.query('truncate region_outline'));
afterAll(() => service.close());

describe('a map of outlines', () => {
  it.each([
    ['GeoJSON', map(SOLO, NEIGHBOUR)],
    ['TopoJSON', SIDE_BY_SIDE],
  ])('that is %s is kept, and shown with the names of its regions', async (_, file) => {
    expect(await put(file)).toEqual({
      status: 200,
      body: { outlines: 2, recorded: 2, unchanged: 0, refused: 0, refusals: [] },
    });
    expect(await drawn('33')).toEqual([neighbour([111, -7]), solo([110, -7])]);
  });

  it('is the same in either form, and changes nothing when it comes again', async () => {
    await put(map(SOLO, NEIGHBOUR));
    const before = await service.database.query('select * from region_outline order by code');
    for (const again of [map(SOLO, NEIGHBOUR), SIDE_BY_SIDE])
      expect(await put(again)).toMatchObject({ body: { recorded: 0, unchanged: 2 } });
    expect(await service.database.query('select * from region_outline order by code')).toEqual(before);
  });

  it('takes the place of what it brings, and leaves all else', async () => {
    await put(map(SOLO, NEIGHBOUR));
    expect(await put(map(outline('33.72', [120, -3])))).toMatchObject({ body: { recorded: 1 } });
    expect(await drawn('33')).toEqual([neighbour([111, -7]), solo([120, -3])]);
  });

  it('is kept but for what says nothing or is of no region', async () => {
    const unlocated = { ...NEIGHBOUR, geometry: null };
    const unknown = outline('33.99', [112, -7]);
    expect(await put(map(unknown, SOLO, unlocated, outline('ID', [0, 0])))).toEqual({
      status: 200,
      body: {
        outlines: 4,
        recorded: 1,
        unchanged: 0,
        refused: 3,
        refusals: [
          { code: '33.99', reason: 'unknown-region' },
          { code: '33.13', reason: 'geometry-missing' },
          { code: 'ID', reason: 'not-within-a-region' },
        ],
      },
    });
    expect(await drawn('33')).toEqual([solo([110, -7])]);
  });

  it('with a flaw says where, and nothing of it is kept', async () => {
    const open = { type: 'Polygon', coordinates: [square([111, -7]).slice(0, 4)] };
    expect(await put(map(SOLO, { ...NEIGHBOUR, geometry: open }))).toMatchObject({
      status: 400,
      body: {
        reasons: ['malformed'],
        fields: [{ path: 'features.1.geometry.coordinates.0', reason: 'ring-open' }],
      },
    });
    expect(await drawn('33')).toEqual([]);
  });

  it('may be larger than other bodies, up to sixteen mebibytes', async () => {
    const padded = (bytes: number) => {
      const text = JSON.stringify({ ...map(SOLO), note: '' });
      return text.replace('"note":""', `"note":"${'x'.repeat(bytes - text.length)}"`);
    };
    const send = (bytes: number) => put(padded(bytes), { type: 'application/json' });
    expect(await send(16_777_216)).toMatchObject({ status: 200, body: { recorded: 1 } });
    expect(await send(16_777_217)).toMatchObject({ status: 413, body: { reasons: ['too-large'] } });
    expect(await put('code,wkt\n', { type: 'text/csv' })).toMatchObject({ status: 415 });
  });

  it('of many positions comes in several transactions', async () => {
    const circle = Array.from({ length: 60_001 }, (_, step): Position => {
      const angle = (step % 60_000) * (Math.PI / 30_000);
      return [110 + Math.cos(angle), -7 + Math.sin(angle)];
    });
    const round = (code: string) => ({
      ...outline(code, [0, 0]),
      geometry: { type: 'Polygon', coordinates: [circle] },
    });
    const file = map(round('33.72'), NEIGHBOUR, round('33.11'));
    expect(await put(file)).toMatchObject({ body: { recorded: 3 } });
    const rows = await service.database.query<{ transactions: number }>(
      'select count(distinct xmin::text)::int as transactions from region_outline',
    );
    expect(rows).toEqual([{ transactions: 2 }]);
  });

  it('is brought by operators, of their regions', async () => {
    const ofSolo = await service.tokens.of(['operator'], ['33.72']);
    expect((await put(map(SOLO), { token: null })).status).toBe(401);
    expect((await put(map(SOLO), { token: await service.tokens.of(['planner']) })).status).toBe(403);
    expect(await put(map(SOLO, NEIGHBOUR), { token: ofSolo })).toMatchObject({
      body: { recorded: 1, refusals: [{ code: '33.13', reason: 'outside-regions' }] },
    });
    expect(findRoutesWithoutRule(service.app)).toEqual([]);
  });
});

describe('outlines', () => {
  it('are of the children of a region, the provinces unless said; those without one are left out', async () => {
    await put(map(outline('33', [109, -6]), SOLO, outline('33.72.05', [110, -7])));
    expect(await drawn('ID')).toEqual([{ code: '33', name: 'Jawa Tengah', corners: corners([109, -6]) }]);
    const { body } = await service.ask('region-outlines');
    expect(read(body as unknown as Topology)).toEqual(await drawn('ID'));
    expect(await drawn('33')).toEqual([solo([110, -7])]);
    expect(await drawn('33.72')).toMatchObject([{ code: '33.72.05', name: 'Banjarsari' }]);
  });

  it('are a topology also where there are none', async () => {
    expect((await service.ask('region-outlines?within=33.72.05.1011')).body).toMatchObject({
      type: 'Topology',
      arcs: [],
      objects: { regions: { type: 'GeometryCollection', geometries: [] } },
    });
  });

  it('of neighbours have their common line once', async () => {
    await put(map(SOLO, NEIGHBOUR));
    const { body } = await service.ask('region-outlines?within=33');
    expect((body as unknown as Topology).arcs).toHaveLength(3);
  });

  it('of a region that is not there are refused', async () => {
    expect(await service.ask('region-outlines?within=99')).toMatchObject({
      status: 422,
      body: { reasons: ['unknown-region'], fields: [{ path: 'within', reason: 'unknown-region' }] },
    });
    expect((await service.ask('region-outlines?within=Solo')).status).toBe(400);
    expect((await service.ask('region-outlines?of=33')).status).toBe(400);
  });

  it('are not sent again to who holds them, until another is recorded', async () => {
    await put(map(SOLO));
    const ask = (etag = '') =>
      service.app.inject({ url: '/v1/region-outlines?within=33', headers: { 'if-none-match': etag } });
    const first = await ask();
    expect(first.headers['content-type']).toBe('application/json; charset=utf-8');
    const etag = String(first.headers['etag']);
    expect(await ask(etag)).toMatchObject({ statusCode: 304, body: '' });
    await put(map(SOLO));
    expect((await ask(etag)).statusCode).toBe(304);
    await put(map(NEIGHBOUR));
    const again = await ask(etag);
    expect([again.statusCode, again.headers['etag'] === etag]).toEqual([200, false]);
  });

  it('are drawn once, until one of them is recorded, here or by another replica', async () => {
    const { app, database } = service;
    const here = app.get(DrawTheChildrenOfARegion);
    const writes = new WritePath(database, { wake: () => undefined });
    const elsewhere = new KeepOutlinesOfFile(new PostgresOutlines(database, writes), app.get(RegionTree));
    await put(map(SOLO, outline('34', [110, -7])));
    const first = await here.handle('33');
    await database.query(`update region_outline set polygons = '[]'`);
    expect(await here.handle('33')).toBe(first);
    await elsewhere.handle(map(outline('34', [110, -8])), null);
    expect(await here.handle('33')).toBe(first);
    await elsewhere.handle(map(NEIGHBOUR), null);
    expect(await here.handle('33')).not.toBe(first);
  });
});
