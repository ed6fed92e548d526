import { eventually } from '#libs/testing';
import type { System } from '../system.js';
import { DAY } from './bearers.js';
import type { KnownOperations } from './known.js';

interface Listed {
  readonly items: readonly { readonly id: string }[];
}

interface Rebuild {
  readonly id: string;
  readonly status: string;
}

const REBUILT_MS = 180_000;

const REFERENCE = { regions: ['33.72'], source: 'a trial' };
const CORNERS = [
  [110, -7],
  [111, -7],
  [111, -8],
  [110, -7],
];
const MAP = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { code: '33.72' },
      geometry: { type: 'Polygon', coordinates: [CORNERS] },
    },
  ],
};
const FILE = `id,definition,regions,value,asOf,source\nFUZZ-4,a trial,33.72,7,${DAY},a trial\n`;

/** Rebuilds of which each can be wished something: one that was given up, one that was taken back, one that is ready. */
const rebuildsOf = async (system: System) => {
  const wish = (path: string) =>
    system.tell<Rebuild>('reporting', { method: 'POST', path, role: 'operator' });
  const begun = async () => (await wish('/v1/rebuilds')).id;
  const comesTo = (id: string, status: string) =>
    eventually(async () => {
      const rebuild = await system.ask<Rebuild>('reporting', `/v1/rebuilds/${id}`, 'operator');
      return rebuild.status === status;
    }, REBUILT_MS);
  const cancelled = await begun();
  await wish(`/v1/rebuilds/${cancelled}/cancel`);
  const takenBack = await begun();
  await comesTo(takenBack, 'ready');
  await wish(`/v1/rebuilds/${takenBack}/switch`);
  await comesTo(takenBack, 'switched');
  await wish(`/v1/rebuilds/${takenBack}/rollback`);
  await comesTo(takenBack, 'rolled-back');
  const ready = await begun();
  await comesTo(ready, 'ready');
  return { cancelled, takenBack, ready };
};

const PERIOD = { from: '2024-12-01', through: DAY };

/** References of the sample to read, and others under ids of their own to write; periods of the story; rebuilds. */
export const ofReporting = async (system: System): Promise<KnownOperations> => {
  const oneOf = async (path: string) =>
    (await system.ask<Listed>('reporting', `${path}?limit=1`)).items[0]!.id;
  const targetId = await oneOf('/v1/targets');
  const { cancelled, takenBack, ready } = await rebuildsOf(system);
  return {
    'GET /v1/regions/{code}': { path: { code: '33.72' } },
    'GET /v1/denominators/{id}': { path: { id: await oneOf('/v1/denominators') } },
    'GET /v1/targets/{id}': { path: { id: targetId } },
    'GET /v1/targets/{id}/progress': { path: { id: targetId } },
    'GET /v1/published/{id}': { path: { id: 'national-informal-2015' } },
    'GET /v1/coverage/series': { query: PERIOD },
    'GET /v1/coverage/changes': { query: { asOf: DAY, sinceKnownOn: PERIOD.from } },
    'GET /v1/benefits': { query: PERIOD },
    'GET /v1/funnel': { query: PERIOD },
    'GET /v1/campaigns/{code}': { path: { code: await oneOf('/v1/campaigns') } },
    'PUT /v1/denominators/{id}': {
      path: { id: 'FUZZ-1' },
      body: { ...REFERENCE, definition: 'a trial', value: 7, asOf: DAY },
    },
    'PUT /v1/targets/{id}': {
      path: { id: 'FUZZ-2' },
      body: { ...REFERENCE, kind: 'stock', value: 7, publisher: 'a trial' },
    },
    'PUT /v1/campaigns/{code}': { path: { code: 'FUZZ-5' }, body: { reached: 7 } },
    'PUT /v1/areas/{code}': { path: { code: 'FUZZ-3' }, body: { name: 'a trial', regions: ['33.72'] } },
    'POST /v1/references/import': { body: FILE },
    'PUT /v1/region-outlines': { body: MAP },
    'GET /v1/rebuilds/{id}': { path: { id: ready } },
    'POST /v1/rebuilds/{id}/switch': { path: { id: ready } },
    'POST /v1/rebuilds/{id}/rollback': { path: { id: takenBack } },
    'POST /v1/rebuilds/{id}/cancel': { path: { id: cancelled } },
  };
};
