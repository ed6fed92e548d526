import type { Coverage, Row } from '../api/answers.js';

/** The published figure of Solo, as the service answers it. */
export const SOLO_ROW: Row = {
  region: '33.72',
  name: 'Kota Surakarta',
  part: null,
  persons: 100_512,
  denominator: {
    id: 'solo-working-population-2024',
    version: 1,
    value: 227_164,
    definition: 'penduduk bekerja',
    asOf: '2024-12-17',
    source: 'espos-2024-12-18',
  },
  coverage: 0.44246447500484,
  coverageText: '44,24%',
  gap: 126_652,
  target: { id: 'solo-coverage-target-2024', version: 1, kind: 'coverage', value: 0.5, needed: 13_070 },
  warnings: ['target-base-differs'],
};

/** A row of which only the persons are known. */
export const plainRow = (row: Partial<Row>): Row => ({
  region: null,
  name: null,
  part: null,
  persons: 0,
  denominator: null,
  coverage: null,
  coverageText: null,
  gap: null,
  target: null,
  ...row,
});

export const answerWith = (rows: readonly Row[], more: Partial<Coverage> = {}): Coverage => ({
  asOf: '2024-12-17',
  knownOn: null,
  measure: 'active',
  graceMonths: 0,
  rows: [...rows],
  total: { persons: 100_512, sumOfParts: 100_512, overlap: 0, unmapped: 0 },
  freshness: {
    recordedThrough: '2024-12-17T17:00:02.113+07:00',
    lagMs: 140,
    applied: 402_048,
    reading: 'current',
  },
  links: { definition: '/docs', proof: '/v1/proof', csv: '/v1/coverage' },
  ...more,
});
