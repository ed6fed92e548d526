import { randomUUID } from 'node:crypto';
import { findRoutesWithoutRule } from '#libs/http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RememberedReferences } from '../src/outbound/persistence/references/remembered-references.js';
import { References } from '../src/use-cases/references.js';
import { openReferencesApp, type Asked, type ReferencesApp } from './references-app.js';

let service: ReferencesApp;
let planner: string;
let analyst: string;

const put = (path: string, body: unknown, more: Asked = {}) =>
  service.ask(path, { method: 'PUT', body, token: planner, ...more });
const get = (path: string, token = analyst) => service.ask(path, { token });
const newId = () => `id-${randomUUID()}`;

const WORKING = {
  definition: 'penduduk bekerja',
  regions: ['33.72'],
  value: 227_164,
  asOf: '2024-12-17',
  source: 'espos-2024-12-18',
};
const HALF = {
  kind: 'coverage',
  value: 0.5,
  base: 'angkatan kerja',
  regions: ['33.72'],
  segment: null,
  from: null,
  through: '2024-12-31',
  publisher: 'BPJS Ketenagakerjaan Surakarta',
  source: 'espos-2024-12-18',
};
const BRANCH = {
  name: 'Cabang Surakarta',
  regions: ['33.72', '33.11', '33.12', '33.13', '33.14'],
  from: '2014-01-01',
  through: null,
};

beforeAll(async () => {
  service = await openReferencesApp();
  planner = await service.tokens.of(['planner']);
  analyst = await service.tokens.of(['analyst'], ['33.72']);
});
afterAll(() => service.close());

describe('a denominator', () => {
  it('is put on record once, and stays readable in all versions', async () => {
    const path = `denominators/${newId()}`;
    const first = await put(path, WORKING);
    expect(first).toMatchObject({
      status: 201,
      body: { ...WORKING, version: 1, segment: null, occupation: null, use: 'default' },
    });
    expect(await put(path, { ...WORKING, segment: null, occupation: null, use: null })).toEqual({
      status: 200,
      body: first.body,
    });
    expect(await put(path, { ...WORKING, value: 230_141 })).toMatchObject({
      status: 200,
      body: { version: 2, value: 230_141 },
    });
    expect(await get(path)).toMatchObject({ status: 200, body: { version: 2, value: 230_141 } });
    expect(await get(`${path}?version=1`)).toEqual({ status: 200, body: first.body });
    expect((await get(`${path}?version=3`)).status).toBe(404);
    expect((await get(`${path}?version=0`)).status).toBe(400);
  });

  it('is the same whatever the order of its regions', async () => {
    const path = `denominators/${newId()}`;
    await put(path, { ...WORKING, regions: ['33.72', '33.11'] });
    const again = await put(path, { ...WORKING, regions: ['33.11', '33.72'] });
    expect(again).toMatchObject({ status: 200, body: { version: 1, regions: ['33.11', '33.72'] } });
  });

  it.each([
    [{ value: 0 }, 'value'],
    [{ value: 1.5 }, 'value'],
    [{ value: '227164' }, 'value'],
    [{ asOf: '2024-02-30' }, 'asOf'],
    [{ regions: [] }, 'regions'],
    [{ regions: '33.72' }, 'regions'],
    [{ segment: 'bpu' }, 'segment'],
    [{ occupation: 'tailor' }, 'occupation'],
    [{ use: 'never' }, 'use'],
    [{ definition: undefined }, 'definition'],
    [{ more: 1 }, 'more'],
  ])('that is %j is refused as malformed', async (more, path) => {
    const { status, body } = await put(`denominators/${newId()}`, { ...WORKING, ...more });
    expect(status).toBe(400);
    expect(body['fields']).toMatchObject([{ path }]);
  });

  it('is of regions of the list', async () => {
    expect(await put(`denominators/${newId()}`, { ...WORKING, regions: ['33.72', '33.99'] })).toMatchObject({
      status: 422,
      body: { reasons: ['unknown-region'], fields: [{ path: 'regions', reason: 'unknown-region' }] },
    });
    expect((await put(`denominators/${newId()}`, { ...WORKING, regions: ['ID'] })).status).toBe(201);
  });

  it('is stated by planners, of their regions', async () => {
    const path = `denominators/${newId()}`;
    const ofSolo = await service.tokens.of(['planner'], ['33.72']);
    expect((await put(path, WORKING, { token: null })).status).toBe(401);
    expect((await put(path, WORKING, { token: analyst })).status).toBe(403);
    expect(await put(path, { ...WORKING, regions: ['33.11'] }, { token: ofSolo })).toMatchObject({
      status: 403,
      body: { reasons: ['outside-regions'] },
    });
    expect((await put(path, { ...WORKING, regions: ['33.72.05'] }, { token: ofSolo })).status).toBe(201);
    expect((await get(path, ofSolo)).status).toBe(200);
    expect((await get(path, await service.tokens.of(['officer']))).status).toBe(403);
  });

  it.each(['with space', '%2e%2e', '-x', 'x'.repeat(129)])('has no id like "%s"', async (id) => {
    expect((await put(`denominators/${encodeURIComponent(id)}`, WORKING)).status).toBe(400);
  });
});

describe('a target', () => {
  it('goes on record in versions', async () => {
    const path = `targets/${newId()}`;
    expect(await put(path, HALF)).toMatchObject({ status: 201, body: { ...HALF, version: 1 } });
    expect(await put(path, HALF)).toMatchObject({ status: 200, body: { version: 1 } });
    expect(await put(path, { ...HALF, value: 0.5269 })).toMatchObject({ status: 200, body: { version: 2 } });
    expect(await get(path)).toMatchObject({ status: 200, body: { value: 0.5269, base: 'angkatan kerja' } });
    expect(await get(`${path}?version=1`)).toMatchObject({ body: { value: 0.5 } });
  });

  it('is a ratio, or whole persons', async () => {
    expect(await put(`targets/${newId()}`, { ...HALF, value: 1.01 })).toMatchObject({
      status: 422,
      body: { reasons: ['out-of-range'], fields: [{ path: 'value', reason: 'out-of-range' }] },
    });
    expect((await put(`targets/${newId()}`, { ...HALF, value: 1 })).status).toBe(201);
    const stock = { ...HALF, kind: 'stock', base: null, segment: 'BPU', value: 83_000 };
    expect((await put(`targets/${newId()}`, stock)).status).toBe(201);
    expect((await put(`targets/${newId()}`, { ...stock, value: 0.5 })).status).toBe(422);
  });

  it('does not end before it begins', async () =>
    expect(await put(`targets/${newId()}`, { ...HALF, from: '2025-01-01' })).toMatchObject({
      status: 422,
      body: { reasons: ['period-reversed'] },
    }));
});

describe('an area', () => {
  it('is a named set of regions', async () => {
    const code = `AREA-${randomUUID()}`;
    expect((await put(`areas/${code}`, BRANCH)).status).toBe(201);
    const { body } = await get('areas?limit=1000');
    const items = body['items'] as unknown as { id: string }[];
    expect(items.find(({ id }) => id === code)).toMatchObject({
      name: 'Cabang Surakarta',
      regions: ['33.11', '33.12', '33.13', '33.14', '33.72'],
      from: '2014-01-01',
      through: null,
    });
  });
});

describe('a list', () => {
  it('has the latest versions, page by page', async () => {
    const ids = ['a', 'b', 'c'].map((letter) => `zz-${letter}-${randomUUID()}`);
    for (const id of ids) await put(`denominators/${id}`, WORKING);
    await put(`denominators/${ids[1]}`, { ...WORKING, value: 1 });
    const seen: [string, number][] = [];
    let next: string | null = null;
    do {
      const { body } = await get(`denominators?limit=2${next ? `&after=${next}` : ''}`);
      const items = body['items'] as unknown as { id: string; version: number }[];
      expect(items.length).toBeLessThanOrEqual(2);
      seen.push(...items.map(({ id, version }): [string, number] => [id, version]));
      next = body['next'] as unknown as string | null;
    } while (next !== null);
    expect(seen.slice(-3)).toEqual([
      [ids[0], 1],
      [ids[1], 2],
      [ids[2], 1],
    ]);
    expect(new Set(seen.map(([id]) => id)).size).toBe(seen.length);
  });

  it('refuses a cursor that is not its own', async () =>
    expect((await get('targets?after=bm9uc2Vuc2U')).status).toBe(422));
});

describe('references at hand', () => {
  it('are those just stated, all versions and the latest by regions', async () => {
    const references = service.app.get(References);
    const id = newId();
    expect(await references.find('denominator', id)).toBeNull();
    await put(`denominators/${id}`, { ...WORKING, regions: ['33.73'] });
    expect(await references.find('denominator', id)).toMatchObject({ id, version: 1, value: 227_164 });
    await put(`denominators/${id}`, { ...WORKING, regions: ['33.74', '33.73'] });
    expect(await references.latestOf('denominator', ['33.73'])).toEqual([]);
    expect(await references.latestOf('denominator', ['33.73,33.74', '33.73'])).toMatchObject([
      { id, version: 2 },
    ]);
    expect(await references.versionsOf('denominator', id)).toMatchObject([{ version: 1 }, { version: 2 }]);
  });

  it('tell of two which was recorded last', async () => {
    const [one, other] = [newId(), newId()];
    await put(`targets/${one}`, HALF);
    await put(`targets/${other}`, HALF);
    await put(`targets/${one}`, { ...HALF, value: 0.6 });
    const references = service.app.get(References);
    const [first, second] = await Promise.all([
      references.find('target', one),
      references.find('target', other),
    ]);
    expect(first!.position).toBeGreaterThan(second!.position);
  });

  it('that another replica stated are there within a second and a bit', async () => {
    const replica = new RememberedReferences(service.database);
    const id = newId();
    expect(await replica.find('area', id)).toBeNull();
    await put(`areas/${id}`, BRANCH);
    expect(await replica.find('area', id)).toBeNull();
    await new Promise((resolve) => setTimeout(resolve, 1_050));
    expect(await replica.find('area', id)).toMatchObject({ name: 'Cabang Surakarta' });
  });

  it('tell once that there are more, whoever stated them, and have them at hand from then on', async () => {
    const replica = new RememberedReferences(service.database);
    await replica.haveGrown();
    expect(await replica.haveGrown()).toBe(false);
    const id = newId();
    await put(`denominators/${id}`, WORKING);
    expect(await replica.haveGrown()).toBe(true);
    expect(await replica.find('denominator', id)).toMatchObject({ version: 1 });
    expect(await replica.haveGrown()).toBe(false);
    await put(`denominators/${id}`, WORKING); // nothing new
    expect(await replica.haveGrown()).toBe(false);
  });

  it('are kept in one version each when many state the same at once', async () => {
    const id = newId();
    const answers = await Promise.all(Array.from({ length: 20 }, () => put(`denominators/${id}`, WORKING)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(await service.app.get(References).versionsOf('denominator', id)).toHaveLength(1);
  });
});

describe('a file', () => {
  const importing = (body: string, more: Asked = {}) =>
    service.ask('references/import', {
      method: 'POST',
      body,
      type: 'text/csv',
      token: planner,
      ...more,
    });

  it('of denominators gets a result for each row', async () => {
    const [one, other] = [newId(), newId()];
    await put(`denominators/${other}`, WORKING);
    const { status, body } = await importing(
      [
        'id,definition,regions,segment,value,asOf,source,use',
        `${one},penduduk bekerja,33.72 33.11,,500,2024-12-17,"BPS, 2024",`,
        `${other},penduduk bekerja,33.72,,227164,2024-12-17,espos-2024-12-18,default`,
        `${one},penduduk bekerja,33.72;33.11,BPU,600,2024-12-17,"BPS, 2024",named`,
        `${other},penduduk bekerja,33.99,,1,2024-12-17,x,`,
        `,penduduk bekerja,33.72,,many,2024-12-17,x,`,
        `${other},penduduk bekerja,33.72,,many,2024-12-17,x,`,
      ].join('\r\n'),
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      kind: 'denominator',
      recorded: 2,
      unchanged: 1,
      refused: 3,
      rows: [
        { row: 1, id: one, result: 'recorded', version: 1, reasons: [] },
        { row: 2, id: other, result: 'unchanged', version: 1 },
        { row: 3, id: one, result: 'recorded', version: 2 },
        { row: 4, id: other, result: 'refused', reasons: ['unknown-region'], fields: [{ path: 'regions' }] },
        { row: 5, id: '', result: 'refused', reasons: ['malformed'], fields: [{ path: 'id' }] },
        { row: 6, id: other, result: 'refused', reasons: ['malformed'], fields: [{ path: 'value' }] },
      ],
    });
    expect((await get(`denominators/${one}`)).body).toMatchObject({
      regions: ['33.11', '33.72'],
      segment: 'BPU',
      value: 600,
      use: 'named',
    });
  });

  it('of targets is known by its columns', async () => {
    const id = newId();
    const answer = await importing(
      `id,kind,value,base,regions,segment,from,through,publisher,source\n${id},stock,83000,,33.72,BPU,,2024-12-31,BPJS,espos\n`,
    );
    expect(answer.body).toMatchObject({ kind: 'target', recorded: 1, rows: [{ id, version: 1 }] });
    expect((await get(`targets/${id}`)).body).toMatchObject({ kind: 'stock', value: 83_000, base: null });
  });

  it('of something else is refused whole', async () => {
    expect((await importing('id,name\nx,y\n')).status).toBe(400);
    expect((await importing('')).status).toBe(400);
    expect((await importing('id,definition\n"x,y\n')).status).toBe(400);
    expect((await importing('{}', { type: 'application/x-ndjson' })).status).toBe(415);
    expect((await importing('id,definition\n', { token: analyst })).status).toBe(403);
    const large = `id,definition\n${'x,y\n'.repeat(10_001)}`;
    expect((await importing(large)).status).toBe(413);
  });

  it('is taken in for the regions of the token alone', async () => {
    const ofSolo = await service.tokens.of(['planner'], ['33.72']);
    const rows = ['33.72.05', '33.11'].map((code) => `${newId()},a,${code},1,2024-01-01,b`);
    const { body } = await importing(`id,definition,regions,value,asOf,source\n${rows.join('\n')}`, {
      token: ofSolo,
    });
    expect(body['rows']).toMatchObject([
      { result: 'recorded' },
      { result: 'refused', reasons: ['outside-regions'] },
    ]);
  });
});

describe('the routes', () => {
  it('have a rule each', () => expect(findRoutesWithoutRule(service.app)).toEqual([]));
});
