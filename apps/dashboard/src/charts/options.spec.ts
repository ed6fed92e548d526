import { describe, expect, it } from '@jest/globals';
import { plainRow, SOLO_ROW } from '../model/solo.example.js';
import { regionsHeightPx, regionsOption } from './regions-option.js';
import { trendOption } from './trend-option.js';

const points = [
  { on: '2024-11-30', persons: 99_000, coverage: null },
  { on: '2024-12-17', persons: 100_512, coverage: 0.44 },
];

describe('the chart of the trend', () => {
  it('has room for the target above the line', () => {
    const target = { persons: 113_582, label: 'Target 50%' };
    const option = trendOption({ points, target, language: 'id' });
    expect(option.yAxis).toMatchObject({ max: 113_582 * 1.06 });
    expect(JSON.stringify(option.series)).toContain('Target 50% · 113.582');
  });
  it('does without one', () =>
    expect(JSON.stringify(trendOption({ points, target: null, language: 'id' }).series)).not.toContain(
      'markLine',
    ));
  it('marks the last point alone', () => {
    const [series] = trendOption({ points, target: null, language: 'id' }).series as {
      data: { symbolSize: number }[];
    }[];
    expect(series!.data.map(({ symbolSize }) => symbolSize > 0)).toEqual([false, true]);
  });
});

describe('the chart of regions', () => {
  const values = (rows: Parameters<typeof regionsOption>[0]) =>
    (regionsOption(rows, 'id').series as { data: unknown[] }[])[0]!.data;
  it('shows coverage where every region has one', () =>
    expect(values([SOLO_ROW])).toEqual([SOLO_ROW.coverage]));
  it('shows persons where one has none, and no bar for what is masked', () =>
    expect(values([SOLO_ROW, plainRow({ persons: 5 }), plainRow({ persons: null })])).toEqual([
      100_512,
      5,
      '-',
    ]));
  it('has a line for each', () => expect(regionsHeightPx([1, 2, 3])).toBe(120));
});
