import { describe, expect, it } from '@jest/globals';
import { RegionTree } from '../regions/region-tree.js';
import type { Outline, Position, Ring } from './outline.js';
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

  it.each<[string, readonly Position[]]>([
    ['begun elsewhere', [RING[1]!, RING[2]!, RING[0]!, RING[1]!]],
    ['begun at its third', [RING[2]!, RING[0]!, RING[1]!, RING[2]!]],
    ['the other way round', RING.toReversed()],
    ['the other way round, begun elsewhere', [RING[1]!, RING[0]!, RING[2]!, RING[1]!]],
  ])('changes nothing when it is drawn %s', (_, ring) => {
    expect(given(outline('33.72')).when(outline('33.72', ring))).toBe('nothing-changes');
    expect(given(outline('33.72', ring)).when(outline('33.72'))).toBe('nothing-changes');
  });

  it('changes nothing when its polygons or holes come in another order, and is another with one the less', () => {
    const [hole, other] = [
      RING.map(([x, y]): Position => [x + 0.1, y]),
      RING.map(([x, y]): Position => [x, y - 2]),
    ];
    const known: Outline = { code: '33.72', polygons: [[RING, hole, other], [MOVED]] };
    const again: Outline = { code: '33.72', polygons: [[MOVED], [RING, other, hole]] };
    expect(given(known).when(again)).toBe('nothing-changes');
    for (const polygons of [[[RING, hole], [MOVED]], [[RING, hole, other]], [[hole, RING, other], [MOVED]]]) {
      expect(given(known).when({ code: '33.72', polygons })).toEqual({ code: '33.72', polygons });
    }
  });

  it('is another when it goes through the same positions by another way', () => {
    const square: Ring = [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
      [0, 0],
    ];
    const crossed: Ring = [
      [0, 0],
      [1, 1],
      [1, 0],
      [0, 1],
      [0, 0],
    ];
    expect(given(outline('33.72', square)).when(outline('33.72', crossed))).toEqual(
      outline('33.72', crossed),
    );
  });

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
