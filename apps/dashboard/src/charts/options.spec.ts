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
  const values = (bars: Parameters<typeof regionsOption>[0]) =>
    (regionsOption(bars, 'coverage', 'id').series as { data: unknown[] }[])[0]!.data;
  const bar = (row: typeof SOLO_ROW) => ({ row, value: row.coverage });
  it('shows what was asked for, and no bar for what is not known', () =>
    expect(values([bar(SOLO_ROW), bar(plainRow({ persons: 5 }))])).toEqual([SOLO_ROW.coverage, '-']));
  it('shows persons where no region has it, and no bar for what is masked', () =>
    expect(values([bar(plainRow({ persons: 5 })), bar(plainRow({ persons: null }))])).toEqual([5, '-']));
  it('reaches below nought where a pace does', () =>
    expect(regionsOption([{ row: SOLO_ROW, value: -2.5 }], 'pace', 'id').xAxis).toMatchObject({ min: -2.5 }));
  it('has a line for each', () => expect(regionsHeightPx([1, 2, 3])).toBe(120));
});
