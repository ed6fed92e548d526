import { describe, expect, it } from '@jest/globals';
import { RegionTree } from '../domain/regions/region-tree.js';
import { LookUpRegions, type RegionsQuestion } from './look-up-regions.js';

const regions = new LookUpRegions(
  new RegionTree([
    { code: '33', name: 'Jawa Tengah' },
    { code: '34', name: 'Daerah Istimewa Yogyakarta' },
    { code: '33.72', name: 'Kota Surakarta' },
    { code: '33.11', name: 'Kabupaten Sukoharjo' },
    { code: '33.72.05', name: 'Banjarsari' },
    { code: '33.72.05.1011', name: 'Sumber' },
    { code: '34.02', name: 'Kabupaten Bantul' },
    { code: '34.02.01', name: 'Srandakan' },
  ]),
);
const codes = (asked: Partial<RegionsQuestion>) =>
  regions.list({ within: 'ID', text: null, after: null, limit: 100, ...asked })?.map(({ code }) => code);

describe('a region', () => {
  it('is shown with its level, the one above and all above it from the country down', () => {
    expect(regions.one('33.72.05')).toEqual({
      code: '33.72.05',
      name: 'Banjarsari',
      level: 'district',
      parent: '33.72',
      ancestors: [
        { code: 'ID', name: 'Indonesia', level: 'country', parent: null },
        { code: '33', name: 'Jawa Tengah', level: 'province', parent: 'ID' },
        { code: '33.72', name: 'Kota Surakarta', level: 'regency', parent: '33' },
      ],
    });
    expect(regions.one('ID')).toMatchObject({ parent: null, ancestors: [] });
  });

  it('that is not in the list is nothing', () => expect(regions.one('99')).toBeNull());
});

describe('a list of regions', () => {
  it('has the next level down, of the country unless said', () => {
    expect(codes({})).toEqual(['33', '34']);
    expect(codes({ within: '33' })).toEqual(['33.11', '33.72']);
    expect(codes({ within: '33.72.05.1011' })).toEqual([]);
  });

  it('of a region that does not exist is nothing', () => expect(codes({ within: '99' })).toBeUndefined());

  it('finds names by a part, in either case, larger regions first', () => {
    expect(codes({ text: 'SU' })).toEqual(['33.11', '33.72', '33.72.05.1011']);
    expect(codes({ text: 'su', within: '33.72' })).toEqual(['33.72.05.1011']);
  });

  it('finds codes by their beginning', () =>
    expect(codes({ text: '33.72' })).toEqual(['33.72', '33.72.05', '33.72.05.1011']));

  it('goes on behind a code, and no further than the limit', () => {
    expect(codes({ text: 'a', limit: 3 })).toEqual(['33', '34', '33.11']);
    expect(codes({ text: 'a', limit: 3, after: '33.11' })).toEqual(['33.72', '34.02', '33.72.05']);
    expect(codes({ within: '33', after: '33.11' })).toEqual(['33.72']);
  });
});
