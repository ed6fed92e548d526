import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Target } from '../references/references.js';
import { neededFor, percentageText, personsAt } from './ratio.js';

const target = (kind: Target['kind'], value: number): Target => ({
  kind,
  value,
  base: null,
  regions: ['33.72'],
  segment: null,
  from: null,
  through: null,
  publisher: 'BPJS Ketenagakerjaan Surakarta',
  source: 'espos-2024-12-18',
});

describe('a percentage', () => {
  it.each([
    [100_512, 227_164, '44,24%'],
    [80_000_000, 120_000_000, '66,66%'],
    [0, 5, '0,00%'],
    [5, 5, '100,00%'],
    [6, 5, '120,00%'],
    [1, 10_000, '0,01%'],
    [1, 10_001, '0,00%'],
    [29, 100, '29,00%'],
  ])('of %d of %d is printed %s', (persons, denominator, text) => {
    expect(percentageText(persons, denominator)).toBe(text);
  });
});

describe('what a share of a denominator takes', () => {
  it.each([
    [0.5, 227_164, 113_582],
    [0.5, 227_165, 113_583],
    [0.07, 100, 7],
    [0.1, 3, 1],
    [1, 7, 7],
    [1e-7, 10_000_000, 1],
    [0.29, 100, 29],
  ])('%d of %d is %d persons', (share, denominator, persons) => {
    expect(personsAt(share, denominator)).toBe(persons);
  });

  it('is reached exactly when the share is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.integer({ min: 1, max: 300_000_000 }),
        (points, denominator) => {
          const persons = personsAt(points / 10_000, denominator);
          expect(BigInt(persons) * 10_000n >= BigInt(points) * BigInt(denominator)).toBe(true);
          expect(BigInt(persons - 1) * 10_000n < BigInt(points) * BigInt(denominator)).toBe(true);
        },
      ),
    );
  });
});

describe('needed', () => {
  it('is what the published figures of Solo lead to', () => {
    expect(neededFor(target('coverage', 0.5), { persons: 100_512, denominator: 227_164, joined: 0 })).toBe(
      13_070,
    );
  });
  it('is unknown for a share of an unknown denominator', () => {
    expect(neededFor(target('coverage', 0.5), { persons: 1, denominator: null, joined: 0 })).toBeNull();
  });
  it('counts persons for a stock and those who joined for new ones', () => {
    expect(neededFor(target('stock', 83_000), { persons: 55_678, denominator: null, joined: 3 })).toBe(
      27_322,
    );
    expect(neededFor(target('new', 100), { persons: 55_678, denominator: null, joined: 3 })).toBe(97);
  });
  it.each(['coverage', 'stock', 'new'] as const)('is never below nought (%s)', (kind) => {
    expect(neededFor(target(kind, 1), { persons: 500, denominator: 400, joined: 500 })).toBe(0);
  });
});
