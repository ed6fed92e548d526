import { describe, expect, it } from '@jest/globals';
import { answerWith, plainRow, soloState } from '../model/solo.example.js';
import { definitionOf } from './definition-of.js';
import { TOTAL, type Metric } from './number.js';

const total = { persons: 100_512, sumOfParts: 102_168, overlap: 1_656, unmapped: 0 };
const state = soloState({
  cut: {
    kind: 'there',
    body: answerWith([plainRow({ part: 'BPU', persons: 53_271 })], { total }),
    request: 'v1/coverage?region=33.72&by=segment',
  },
  trend: {
    kind: 'there',
    body: { points: [{ on: '2024-11-30', persons: 99_000, coverage: null }] },
    request: 'v1/coverage/series?region=33.72&through=2024-12-17',
  },
  target: {
    base: 'angkatan kerja',
    publisher: 'BPJS Ketenagakerjaan',
    source: 'espos-2024-12-18',
    from: null,
    through: null,
  },
});
const ofFigure = (metric: Metric) => definitionOf(state, { metric, place: 'figure', key: TOTAL })!;

describe('the definition of a number', () => {
  it.each([
    ['coverage', '100.512 ÷ 227.164 = 0,44246447500484 → 44,24%'],
    ['gap', '227.164 − 100.512 = 126.652'],
    ['needed', '50% × 227.164 → 113.582 − 100.512 = 13.070'],
  ] as const)('calculates the %s', (metric, calculation) =>
    expect(ofFigure(metric).calculation).toBe(calculation),
  );

  it('calculates the overlap and the share of a part', () => {
    expect(definitionOf(state, { metric: 'overlap', place: 'cut', key: TOTAL })?.calculation).toBe(
      '102.168 − 100.512 = 1.656',
    );
    expect(definitionOf(state, { metric: 'share', place: 'cut', key: 'BPU' })?.calculation).toContain(
      '→ 52,99%',
    );
  });

  it('names denominator, source and target among the inputs', () => {
    const inputs = ofFigure('needed').inputs.map((input) => input.join(': '));
    expect(inputs).toContain('Penyebut: 227.164');
    expect(inputs).toContain('Yang dihitung: penduduk bekerja');
    expect(inputs).toContain('Dinyatakan dari: angkatan kerja');
    expect(inputs).toContain('Pengenal: solo-coverage-target-2024, versi 1');
  });

  it('says which question gives it, with the day written out', () => {
    expect(ofFigure('coverage').request).toBe('v1/coverage?region=33.72&asOf=2024-12-17');
    const publicly = definitionOf(
      { ...state, hasToken: false },
      { metric: 'coverage', place: 'figure', key: TOTAL },
    );
    expect(publicly?.request).toBe('v1/coverage?region=33.72');
  });

  it('takes a point of the trend for the figure of its day', () => {
    const point = definitionOf(state, { metric: 'persons', place: 'trend', key: '2024-11-30' });
    expect(point?.inputs.map((input) => input.join(': '))).toContain('Keadaan pada: 30 November 2024');
    expect(point?.request).toBe('v1/coverage/series?region=33.72&through=2024-12-17');
  });

  it('is not there for a number that is gone', () => {
    expect(definitionOf(state, { metric: 'persons', place: 'trend', key: '1999-01-31' })).toBeNull();
    expect(definitionOf(state, { metric: 'persons', place: 'regions', key: '33.72.05' })).toBeNull();
  });
});
