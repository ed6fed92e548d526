import type { System } from '../system.js';
import { DAY } from './bearers.js';
import type { KnownOperations } from './known.js';

interface Listed {
  readonly items: readonly { readonly id: string }[];
}

interface Begun {
  readonly id: string;
}

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

/** References of the sample to read, and others under ids of their own to write. */
export const ofReporting = async (system: System): Promise<KnownOperations> => {
  const oneOf = async (path: string) =>
    (await system.ask<Listed>('reporting', `${path}?limit=1`)).items[0]!.id;
  const begin = { method: 'POST', path: '/v1/rebuilds', role: 'operator' } as const;
  const { id } = await system.tell<Begun>('reporting', begin);
  return {
    'GET /v1/regions/{code}': { path: { code: '33.72' } },
    'GET /v1/denominators/{id}': { path: { id: await oneOf('/v1/denominators') } },
    'GET /v1/targets/{id}': { path: { id: await oneOf('/v1/targets') } },
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
    'GET /v1/rebuilds/{id}': { path: { id } },
    'POST /v1/rebuilds/{id}/switch': { path: { id } },
    'POST /v1/rebuilds/{id}/rollback': { path: { id } },
    'POST /v1/rebuilds/{id}/cancel': { path: { id } },
  };
};
