import { describe, expect, it } from '@jest/globals';
import { referencesOf } from './references.js';

const references = new Map(referencesOf().map(({ path, content }) => [path, content]));
const denominators = [...references].filter(([path]) =>
  path.startsWith('/v1/denominators/sample-working-33-72'),
);
const total = (length: number) =>
  denominators
    .filter(([, { regions }]) => (regions as string[])[0]!.length === length)
    .reduce((sum, [, { value }]) => sum + Number(value), 0);

describe('the references of the sample', () => {
  it('hold the working residents of Solo as printed', () =>
    expect(references.get('/v1/denominators/solo-working-population-2024')).toEqual({
      definition: 'penduduk bekerja',
      regions: ['33.72'],
      value: 227_164,
      asOf: '2024-12-17',
      source: 'espos-2024-12-18',
      use: 'default',
    }));

  it('share them out to 5 kecamatan and to 54 kelurahan, each adding up exactly', () => {
    expect(denominators).toHaveLength(5 + 54);
    expect([total('33.72.01'.length), total('33.72.01.1001'.length)]).toEqual([227_164, 227_164]);
  });

  it('say that the shares are invented', () =>
    expect(denominators.every(([, { source }]) => source === 'sample, invented')).toBe(true));

  it('never measure coverage by business owners or informal workers', () => {
    for (const id of ['solo-umkm-potential-2014', 'sukoharjo-umkm-potential-2014', 'national-informal-2015'])
      expect(references.get(`/v1/denominators/${id}`)).toMatchObject({ use: 'named' });
  });

  it('hold the target of half of the labour force with the base that it was stated of', () =>
    expect(references.get('/v1/targets/solo-coverage-target-2024')).toMatchObject({
      kind: 'coverage',
      value: 0.5,
      base: 'angkatan kerja',
      regions: ['33.72'],
      segment: null,
    }));

  it('hold the target for Solo and Wonogiri together, and that of Solo alone', () => {
    expect(references.get('/v1/targets/solo-wonogiri-bpu-target-2024')).toMatchObject({
      value: 83_000,
      segment: 'BPU',
    });
    expect(references.get('/v1/targets/solo-bpu-target-2024')).toMatchObject({
      value: 63_000,
      regions: ['33.72'],
    });
  });

  it('hold the eleven runs of 2015, which reached 16,000 people together', () => {
    const runs = [...references].filter(([path]) => path.startsWith('/v1/campaigns/FUN-RUN-2015-'));
    expect(runs).toHaveLength(11);
    expect(runs.reduce((sum, [, { reached }]) => sum + Number(reached), 0)).toBe(16_000);
    expect(new Set(runs.map(([, { channelCode }]) => channelCode))).toEqual(new Set(['EVENT-FUN-RUN-2015']));
  });

  it('give every target a last day', () => {
    const targets = [...references].filter(([path]) => path.startsWith('/v1/targets/'));
    expect(targets.every(([, { through }]) => /^\d{4}-\d{2}-\d{2}$/.test(String(through)))).toBe(true);
  });

  it('name the area of the branch', () =>
    expect(references.get('/v1/areas/SURAKARTA')).toMatchObject({
      regions: ['33.72', '33.11', '33.12', '33.13', '33.14'],
    }));
});
