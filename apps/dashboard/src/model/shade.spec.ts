import { describe, expect, it } from '@jest/globals';
import { isInvented, hasInvented } from './invented.js';
import { paceOf, shadeValue, stepsAmong } from './shade.js';
import { plainRow, SOLO_ROW } from './solo.example.js';

const row = plainRow({ region: '33.72.05', persons: 56 });

describe('a pace', () => {
  it('is persons a day over four weeks, below nought where fewer are there', () => {
    expect(paceOf(row, [plainRow({ region: '33.72.05', persons: 28 })])).toBe(1);
    expect(paceOf(row, [plainRow({ region: '33.72.05', persons: 84 })])).toBe(-1);
  });
  it('is not known where one of both days is masked or missing', () => {
    expect(paceOf(row, [plainRow({ region: '33.72.05', persons: null })])).toBeNull();
    expect(paceOf(row, [plainRow({ region: '33.72.04', persons: 1 })])).toBeNull();
    expect(paceOf({ ...row, persons: null }, [row])).toBeNull();
  });
});

it('a shade is what it is called by', () => {
  expect(shadeValue(SOLO_ROW, 'coverage', [])).toBe(SOLO_ROW.coverage);
  expect(shadeValue(SOLO_ROW, 'gap', [])).toBe(126_652);
  expect(shadeValue(SOLO_ROW, 'pace', [SOLO_ROW])).toBe(0);
});

describe('a step', () => {
  it('goes from the smallest to the largest in fifths', () => {
    expect([0, 19.9, 20, 79.9, 80, 100].map(stepsAmong([0, 100]))).toEqual([1, 1, 2, 4, 5, 5]);
  });
  it('is the middle one where all are alike', () => expect(stepsAmong([7, 7])(7)).toBe(3));
});

describe('an invented count', () => {
  const invented = { ...SOLO_ROW.denominator!, source: 'sample, invented' };
  it('is told by its source', () => {
    expect(isInvented(invented)).toBe(true);
    expect(isInvented(SOLO_ROW.denominator)).toBe(false);
    expect(isInvented(null)).toBe(false);
  });
  it('is said of rows with at least one', () => {
    expect(hasInvented([SOLO_ROW, { denominator: invented }])).toBe(true);
    expect(hasInvented([SOLO_ROW, plainRow({})])).toBe(false);
  });
});
