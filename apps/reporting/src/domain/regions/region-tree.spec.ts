import { describe, expect, it } from '@jest/globals';
import { andAbove, levelOf, regionAbove, RegionTree, withoutNested } from './region-tree.js';

const tree = new RegionTree([
  { code: '33', name: 'Jawa Tengah' },
  { code: '33.72', name: 'Kota Surakarta' },
  { code: '33.11', name: 'Kabupaten Sukoharjo' },
  { code: '33.72.05', name: 'Banjarsari' },
  { code: '33.72.05.1011', name: 'Manahan' },
]);

describe('the region tree', () => {
  it('goes from the country to the villages', () => {
    expect(andAbove('33.72.05.1011')).toEqual(['33.72.05.1011', '33.72.05', '33.72', '33', 'ID']);
    expect(andAbove('33.72.05.1011').map(levelOf)).toEqual([
      'village',
      'district',
      'regency',
      'province',
      'country',
    ]);
    expect(regionAbove('ID')).toBeNull();
  });

  it('knows its own codes and no others', () => {
    expect(tree.has('ID')).toBe(true);
    expect(tree.has('33.72')).toBe(true);
    expect(tree.has('33.7')).toBe(false);
    expect(tree.has('unmapped')).toBe(false);
    expect(tree.nameOf('33.72')).toBe('Kota Surakarta');
  });

  it('lists children in order, and none of a village', () => {
    expect(tree.childrenOf('33')).toEqual(['33.11', '33.72']);
    expect(tree.childrenOf('33.72.05.1011')).toEqual([]);
    expect([...tree.allBelow('33')].map(({ name }) => name)).toEqual([
      'Kabupaten Sukoharjo',
      'Kota Surakarta',
      'Banjarsari',
      'Manahan',
    ]);
  });
});

describe('a set of regions', () => {
  it.each([
    [
      ['33.72', '33.11'],
      ['33.11', '33.72'],
    ],
    [['33.72', '33', '33.72.05'], ['33']],
    [['33.72', '33.72'], ['33.72']],
    [['33', 'ID'], ['ID']],
    [
      ['33.72.05', '33.7'],
      ['33.7', '33.72.05'],
    ],
  ])('%j counts as %j', (codes, counted) => {
    expect(withoutNested(codes)).toEqual(counted);
  });
});
