import { describe, expect, it } from '@jest/globals';
import { answerWith, plainRow, SOLO_ROW } from '../model/solo.example.js';
import { shownIn } from '../words/shown.js';
import { hasCsv } from './definition.js';
import type { Metric } from './numbered.js';
import { definitionOf } from './of-figure.js';

const ADDRESS = 'http://cakupan.test/v1/coverage?region=33.72';
const TARGET = { base: 'angkatan kerja', publisher: 'BPJS Ketenagakerjaan', source: 'espos-2024-12-18' };
const total = { persons: 100_512, sumOfParts: 102_168, overlap: 1_656, unmapped: 0 };
const shown = shownIn('id');

const ofFigure = (metric: Metric, row = SOLO_ROW) =>
  definitionOf({ metric, answer: answerWith([row]), row, address: ADDRESS }, shown, TARGET);
const ofCut = (metric: Metric, row: typeof SOLO_ROW | null) =>
  definitionOf({ metric, answer: answerWith([plainRow({})], { total }), row, address: ADDRESS }, shown);

describe('the definition of a number of a figure', () => {
  it.each([
    ['coverage', '100.512 ÷ 227.164 = 0,44246447500484 → 44,24%'],
    ['gap', '227.164 − 100.512 = 126.652'],
    ['needed', '50% × 227.164 → 113.582 − 100.512 = 13.070'],
    ['persons', null],
  ] as const)('calculates the %s', (metric, calculation) =>
    expect(ofFigure(metric).calculation).toBe(calculation),
  );

  it('says that a target is reached instead', () => {
    const reached = { ...SOLO_ROW, target: { ...SOLO_ROW.target!, needed: 0 } };
    expect(ofFigure('needed', reached).calculation).toBe('50% × 227.164 ≤ 100.512');
  });

  it('calculates the overlap and the share of a part', () => {
    expect(ofCut('overlap', null).calculation).toBe('102.168 − 100.512 = 1.656');
    expect(ofCut('share', plainRow({ part: 'BPU', persons: 53_271 })).calculation).toContain('→ 52,99%');
  });

  it('names denominator, source and target among the inputs', () => {
    const inputs = ofFigure('needed').inputs.map((input) => input.join(': '));
    expect(inputs).toContain('Penyebut: 227.164');
    expect(inputs).toContain('Yang dihitung: penduduk bekerja');
    expect(inputs).toContain('Dinyatakan dari: angkatan kerja');
    expect(inputs).toContain('Pengenal: solo-coverage-target-2024, versi 1');
  });

  it('says which question gives it, with the day written out, and how fresh it was', () => {
    const definition = ofFigure('coverage');
    expect(definition.address).toBe(`${ADDRESS}&asOf=2024-12-17`);
    expect(definition.standing).toMatchObject({ kind: 'heard', freshness: { applied: 402_048 } });
    expect(hasCsv(definition)).toBe(true);
  });

  it('leaves a day that was asked for as it is', () => {
    const answer = answerWith([SOLO_ROW]);
    const address = `${ADDRESS}&asOf=2024-11-30`;
    expect(definitionOf({ metric: 'persons', answer, row: SOLO_ROW, address }, shown).address).toBe(address);
  });
});
