import { beforeAll, describe, expect, it } from '@jest/globals';
import { levelOf, regionAbove, type RegionTree } from '../../domain/regions/region-tree.js';
import { loadRegions } from './load-regions.js';

let tree: RegionTree;
beforeAll(async () => {
  tree = await loadRegions();
});

describe('the regions of the country', () => {
  it('are all there, each below one that is there', () => {
    const counts: Record<string, number> = {};
    for (const { code } of tree.allBelow('ID')) {
      counts[levelOf(code)] = (counts[levelOf(code)] ?? 0) + 1;
      if (!tree.has(regionAbove(code)!)) throw new Error(`${code} lies in no region`);
    }
    expect(counts).toEqual({ province: 38, regency: 514, district: 7_285, village: 83_762 });
  });

  it.each([
    ['ID', 'Indonesia'],
    ['33', 'Jawa Tengah'],
    ['33.72', 'Kota Surakarta'],
    ['33.72.05', 'Banjarsari'],
    ['33.72.05.1011', 'Manahan'],
    ['35.13.15.2017', 'Soka"an'],
    ['12.07.28.1007', 'Lubuk Pakam I,II'],
  ])('call %s %s', (code, name) => {
    expect(tree.nameOf(code)).toBe(name);
  });

  it('have codes without quotes and names without line ends', () => {
    const odd = [...tree.allBelow('ID')].filter(
      ({ code, name }) => !/^\d\d(\.\d\d(\.\d\d(\.\d{4})?)?)?$/.test(code) || !/^\S(.*\S)?$/.test(name),
    );
    expect(odd).toEqual([]);
  });
});
