import { describe, expect, it } from '@jest/globals';
import { RegionTree } from '../regions/region-tree.js';
import { recordReference, type ReferenceRecorded, type StatedReference } from './record-reference.js';
import type { Area, Denominator, Target } from './references.js';

const regions = new RegionTree([
  { code: '33', name: 'Jawa Tengah' },
  { code: '33.72', name: 'Kota Surakarta' },
  { code: '33.11', name: 'Kabupaten Sukoharjo' },
]);

const WORKING: Denominator = {
  definition: 'penduduk bekerja',
  regions: ['33.11', '33.72'],
  segment: null,
  occupation: null,
  value: 227_164,
  asOf: '2024-12-17',
  source: 'espos-2024-12-18',
  use: 'default',
};
const HALF: Target = {
  kind: 'coverage',
  value: 0.5,
  base: null,
  regions: ['33.72'],
  segment: null,
  from: null,
  through: '2024-12-31',
  publisher: 'BPJS Ketenagakerjaan Surakarta',
  source: 'espos-2024-12-18',
};
const BRANCH: Area = { name: 'Cabang Surakarta', regions: ['33.72'], from: '2014-01-01', through: null };

const denominator = (more: Partial<Denominator> = {}): StatedReference => ({
  kind: 'denominator',
  id: 'solo',
  content: { ...WORKING, ...more },
});
const target = (more: Partial<Target>): StatedReference => ({
  kind: 'target',
  id: 'half',
  content: { ...HALF, ...more },
});
const area = (more: Partial<Area>): StatedReference => ({
  kind: 'area',
  id: 'SURAKARTA',
  content: { ...BRANCH, ...more },
});

const given = (known: ReferenceRecorded | null, reach: readonly string[] | null = null) => ({
  when: (stated: StatedReference) => {
    const outcome = recordReference(stated, { known, regions, reach });
    return outcome.kind === 'happened' ? outcome.events[0].version : outcome.reason;
  },
});
const nothing = given(null);
const third: ReferenceRecorded = { ...denominator(), version: 3 };

describe('a reference', () => {
  it('begins with version 1', () => expect(nothing.when(denominator())).toBe(1));

  it.each<[string, Partial<Denominator>]>([
    ['value', { value: 230_141 }],
    ['regions', { regions: ['33.72'] }],
    ['day', { asOf: '2024-12-18' }],
    ['use', { use: 'named' }],
    ['segment', { segment: 'BPU' }],
  ])('gets the next version for another %s', (_, more) =>
    expect(given(third).when(denominator(more))).toBe(4),
  );

  it('stays as it is when the same is stated, with its regions in whatever order', () => {
    expect(given(third).when(denominator())).toBe('nothing-changes');
    const { use, ...rest } = WORKING;
    const reordered = { use, ...rest, regions: ['33.72', '33.11'] };
    expect(given(third).when(denominator(reordered))).toBe('nothing-changes');
  });

  it('is of regions of the list, or the country', () => {
    expect(nothing.when(denominator({ regions: ['ID'] }))).toBe(1);
    expect(nothing.when(denominator({ regions: ['33.72', '99.99'] }))).toBe('unknown-region');
  });

  it('is stated by whom its regions lie with, those of the version before too', () => {
    expect(given(null, ['33']).when(denominator())).toBe(1);
    expect(given(null, ['33.72']).when(denominator())).toBe('outside-regions');
    expect(given(third, ['33.72']).when(denominator({ regions: ['33.72'] }))).toBe('outside-regions');
    expect(given(null, []).when(denominator())).toBe('outside-regions');
  });
});

describe('a target or area', () => {
  it('may last a day, and may not end before it begins', () => {
    expect(nothing.when(target({ from: '2024-12-31' }))).toBe(1);
    expect(nothing.when(target({ from: '2025-01-01' }))).toBe('period-reversed');
    expect(nothing.when(area({ through: '2014-01-01' }))).toBe(1);
    expect(nothing.when(area({ through: '2013-12-31' }))).toBe('period-reversed');
  });

  it.each([
    ['coverage', 0, 1],
    ['coverage', 1, 1],
    ['coverage', 1.001, 'out-of-range'],
    ['coverage', -0.001, 'out-of-range'],
    ['stock', 83_000, 1],
    ['stock', 0.5, 'out-of-range'],
    ['new', 0, 1],
    ['new', -1, 'out-of-range'],
  ] as const)('of kind %s has the value %d: %s', (kind, value, expected) =>
    expect(nothing.when(target({ kind, value }))).toBe(expected),
  );
});
