import { describe, expect, it } from '@jest/globals';
import { RegionTree } from '../regions/region-tree.js';
import type { Outline, Ring } from './outline.js';
import { recordOutline } from './record-outline.js';

const regions = new RegionTree([
  { code: '33', name: 'Jawa Tengah' },
  { code: '33.72', name: 'Kota Surakarta' },
  { code: '33.11', name: 'Kabupaten Sukoharjo' },
]);

const RING: Ring = [
  [110, -7],
  [111, -7],
  [111, -8],
  [110, -7],
];
const MOVED: Ring = RING.map(([x, y]) => [x, y + 0.000_000_1]);
const outline = (code: string, ring = RING): Outline => ({ code, polygons: [[ring]] });

const given = (known: Outline | null, reach: readonly string[] | null = null) => ({
  when: (stated: Outline) => {
    const outcome = recordOutline(stated, { known, regions, reach });
    return outcome.kind === 'happened' ? outcome.events[0] : outcome.reason;
  },
});

describe('an outline', () => {
  it('is kept as it is stated', () => expect(given(null).when(outline('33.72'))).toEqual(outline('33.72')));

  it('takes the place of another, a hand away', () =>
    expect(given(outline('33.72')).when(outline('33.72', MOVED))).toEqual(outline('33.72', MOVED)));

  it('changes nothing when it is so already', () =>
    expect(given(outline('33.72')).when(outline('33.72'))).toBe('nothing-changes'));

  it.each(['33.99', '3372', 'unmapped', ''])('is of a region of the list, which "%s" is not', (code) =>
    expect(given(null).when(outline(code))).toBe('unknown-region'),
  );

  it('is stated by whom its region lies with', () => {
    expect(given(null, ['33']).when(outline('33.72'))).toEqual(outline('33.72'));
    expect(given(null, ['33.11']).when(outline('33.72'))).toBe('outside-regions');
    expect(given(null, []).when(outline('33.72'))).toBe('outside-regions');
  });

  it('is of what lies in a region, so not of the country', () => {
    expect(given(null).when(outline('33'))).toEqual(outline('33'));
    expect(given(null).when(outline('ID'))).toBe('not-within-a-region');
  });

  it('that says nothing is none, and leaves the one that is known', () =>
    expect(given(outline('33.72')).when({ code: '33.72', polygons: [] })).toBe('geometry-missing'));
});
