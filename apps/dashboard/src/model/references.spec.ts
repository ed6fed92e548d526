import { describe, expect, it } from '@jest/globals';
import { denominatorIn, targetIn } from './references.js';

describe('what a planner writes', () => {
  it('is a denominator, for everybody unless it is to be named', () => {
    const written = {
      definition: ' penduduk bekerja ',
      regions: '33.72, 33.11;33.12',
      value: '227164',
      asOf: '2024-12-17',
      source: 'espos-2024-12-18',
    };
    expect(denominatorIn(written)).toEqual({
      definition: 'penduduk bekerja',
      regions: ['33.72', '33.11', '33.12'],
      value: 227_164,
      asOf: '2024-12-17',
      source: 'espos-2024-12-18',
      use: 'default',
    });
    expect(denominatorIn({ ...written, use: 'named' }).use).toBe('named');
  });

  it('is a target, its share in per cent, its days open where nothing is said', () => {
    const written = { kind: 'coverage', value: '57.1', regions: '33.72', publisher: 'BPJS', source: 'espos' };
    expect(targetIn(written)).toEqual({
      kind: 'coverage',
      value: 0.571,
      base: null,
      regions: ['33.72'],
      from: null,
      through: null,
      publisher: 'BPJS',
      source: 'espos',
    });
    const stock = { ...written, kind: 'stock', value: '63000', through: '2024-12-31', definition: 'x' };
    expect(targetIn(stock)).toMatchObject({ kind: 'stock', value: 63_000, through: '2024-12-31', base: 'x' });
  });
});
