import { describe, expect, it } from '@jest/globals';
import type { PublishedFigure } from './published-figure.js';
import { differenceOf, recompute } from './recompute.js';

const printed = { source: 'espos-2024-12-18', regions: ['33.72'], asOf: '2024-12-17' };
const members: PublishedFigure = {
  ...printed,
  id: 'members',
  kind: 'stock',
  measure: 'members-by-nik',
  value: 100_512,
};
const people: PublishedFigure = {
  ...printed,
  id: 'people',
  kind: 'denominator',
  definition: 'penduduk bekerja',
  value: 227_164,
};
const share: PublishedFigure = { ...printed, id: 'share', kind: 'coverage', printedShare: '44,24%' };
const gap: PublishedFigure = { ...printed, id: 'gap', kind: 'gap', value: 126_652 };

describe('a printed figure worked out again', () => {
  it('is a share of what was printed with it, truncated', () => {
    expect(recompute(share, [members, people, share])).toBe('44,24%');
    const informal: PublishedFigure = {
      ...people,
      value: 80_000_000,
      printedShare: '75%',
      ofValue: 120_000_000,
    };
    expect(recompute(informal, [informal])).toBe('66,66%');
  });

  it('is a gap between what was printed with it', () => {
    expect(recompute(gap, [people, gap, members])).toBe(126_652);
  });

  it('is nothing without these, or from another paper, day or region', () => {
    expect(recompute(share, [members, share])).toBeNull();
    expect(recompute(share, [{ ...members, source: 'another' }, people])).toBeNull();
    expect(recompute(share, [{ ...members, asOf: '2024-12-16' } as PublishedFigure, people])).toBeNull();
    expect(recompute(gap, [members, { ...people, regions: ['33.11'] }])).toBeNull();
    expect(recompute(members, [members, people])).toBeNull();
    expect(recompute(people, [members, people])).toBeNull();
  });
});

describe('ours less the printed', () => {
  it.each([
    [100_512, 100_512, 0],
    [100_500, 100_512, -12],
    ['44,24%', '44,24%', 0],
    ['44,25%', '44,24%', 0.01],
    ['31,5%', '30%', 1.5],
  ])('%s beside %s is %d', (ours, theirs, difference) => expect(differenceOf(ours, theirs)).toBe(difference));
});
