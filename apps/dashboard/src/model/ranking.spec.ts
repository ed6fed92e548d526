import { describe, expect, it } from '@jest/globals';
import { rankByGap } from './ranking.js';
import { plainRow } from './solo.example.js';

const entry = (region: string, gap: number | null) => ({ entry: region, row: plainRow({ region, gap }) });
const ranked = (entries: Parameters<typeof rankByGap<string>>[0], needed: number) =>
  rankByGap(entries, needed).map(({ entry: region, share }) => [region, share]);

describe('regions by gap', () => {
  it('begin with the largest, and bring what is needed in all', () =>
    expect(ranked([entry('a', 10), entry('b', 30), entry('c', 20)], 12)).toEqual([
      ['b', 6],
      ['c', 4],
      ['a', 2],
    ]));
  it('give what is left over by cutting to the largest', () =>
    expect(ranked([entry('a', 1), entry('b', 1), entry('c', 1)], 5)).toEqual([
      ['a', 2],
      ['b', 2],
      ['c', 1],
    ]));
  it('leave out where nobody is missing or nothing is known', () => {
    expect(ranked([entry('a', 0), entry('b', -3), entry('c', null), entry('d', 4)], 4)).toEqual([['d', 4]]);
    expect(ranked([entry('a', 0)], 4)).toEqual([]);
  });
  it('bring nobody where nobody is needed', () => expect(ranked([entry('a', 9)], 0)).toEqual([['a', 0]]));
});
