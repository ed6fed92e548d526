import { describe, expect, it } from '@jest/globals';
import { RegionTree } from '../domain/regions/region-tree.js';
import { AnswerCoverageQuestion } from './answer-coverage-question.js';
import { CountRows } from './count-rows.js';
import type { Cell, CellsQuestion, CoverageCells } from './coverage-cells.js';
import type { Freshness } from './freshness.js';
import type { References } from './references.js';
import { ShowThePublic } from './show-the-public.js';

const tree = new RegionTree([
  { code: '33', name: 'Jawa Tengah' },
  { code: '33.11', name: 'Kabupaten Sukoharjo' },
  { code: '33.72', name: 'Kota Surakarta' },
]);

/** Figures into which a person is counted right after they were read. */
const movingOn = (persons: Record<string, number>): Pick<CoverageCells, 'on' | 'joined'> => ({
  on: async ({ regions }: CellsQuestion): Promise<readonly Cell[]> => {
    const cells = regions.map((region) => ({
      region,
      scope: '',
      signature: '',
      persons: persons[region] ?? 0,
    }));
    for (const region of Object.keys(persons)) persons[region]! += 1;
    return cells;
  },
  joined: async () => new Map(),
});

const nothingToHoldAgainst: Pick<References, 'find' | 'latestOf'> = {
  find: async () => null,
  latestOf: async () => [],
};
const fresh: Pick<Freshness, 'ofFigures'> = {
  ofFigures: async () => ({ recordedThrough: null, lagMs: 0, applied: 0, reading: 'current' }),
};

const shownOf = async (region: string, by: 'region' | null, persons: Record<string, number>) => {
  const count = new CountRows(movingOn(persons) as CoverageCells, tree);
  const [references, freshness] = [nothingToHoldAgainst as References, fresh as Freshness];
  const answer = new AnswerCoverageQuestion(count, references, freshness, tree);
  const shown = await new ShowThePublic(answer, tree).handle({
    regions: { codes: [region], counted: [region], name: tree.nameOf(region) },
    by,
    asOf: '2024-12-17',
    knownOn: null,
    measure: 'active',
    graceMonths: 0,
    filter: {},
    denominatorId: null,
    targetId: null,
  });
  if ('reason' in shown) throw new Error(`the public is refused: ${shown.reason}`);
  return [...shown.rows.map((row) => [row.region, row.persons]), ['total', shown.total.persons]];
};

describe('what the public is shown while persons are being counted', () => {
  it('is not the ninth of a region that has ten a moment later', async () => {
    expect(await shownOf('33.11', null, { ID: 309, '33': 309, '33.11': 9, '33.72': 300 })).toEqual([
      ['33.11', null],
      ['total', null],
    ]);
    expect(await shownOf('33', 'region', { ID: 309, '33': 309, '33.11': 9, '33.72': 300 })).toEqual([
      ['33.11', null],
      ['33.72', null],
      ['total', 309],
    ]);
  });

  it('is the tenth', async () => {
    expect(await shownOf('33.11', null, { ID: 310, '33': 310, '33.11': 10, '33.72': 300 })).toEqual([
      ['33.11', 10],
      ['total', 10],
    ]);
    expect(await shownOf('33', 'region', { ID: 310, '33': 310, '33.11': 10, '33.72': 300 })).toEqual([
      ['33.11', 10],
      ['33.72', 300],
      ['total', 310],
    ]);
  });
});
