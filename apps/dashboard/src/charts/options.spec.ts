import { describe, expect, it } from '@jest/globals';
import { plainRow, SOLO_ROW } from '../model/solo.example.js';
import type { Shade } from '../model/place.js';
import { mapOption } from './map-option.js';
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

describe('the map of regions', () => {
  const region = (code: string, value: number | null) => ({
    row: plainRow({ region: code, name: `Kecamatan ${code}` }),
    value,
  });
  const shaded = [region('33.72.05', 0.5), region('33.72.04', 0.4), region('33.72.03', null)];
  const seriesOf = (those: typeof shaded, among: readonly number[], shade: Shade = 'coverage') => {
    const [series] = mapOption({ shaded: those, among, shade, language: 'id' }).series as {
      data: { name: string; told: string; label: object; itemStyle: object; value: unknown }[];
    }[];
    return series!;
  };

  it('knows each by its code, and says its name with what is printed elsewhere', () =>
    expect(seriesOf(shaded, [0.4, 0.5]).data.map(({ name, told, value }) => [name, told, value])).toEqual([
      ['33.72.05', 'Kecamatan 33.72.05: 50,00%', 0.5],
      ['33.72.04', 'Kecamatan 33.72.04: 40,00%', 0.4],
      ['33.72.03', 'Kecamatan 33.72.03: –', '-'],
    ]));

  it('has the colours of the tiles, and a dashed line around what is not known', () =>
    expect(seriesOf(shaded, [0.3, 0.5]).data.map(({ itemStyle }) => itemStyle)).toEqual([
      { areaColor: 'var(--step-5)' },
      { areaColor: 'var(--step-3)' },
      { areaColor: 'var(--step-none)', borderType: 'dashed' },
    ]));

  it('is written on in letters that stand out from the colour of the region', () => {
    const steps = [0, 0.2, 0.4, 0.6, 0.8];
    const { data } = seriesOf(
      steps.map((value, index) => region(`33.${index}`, value)),
      [0, 1],
    );
    expect(data.map(({ label }) => label)).toMatchObject(
      ['on-step', 'on-step', 'on-step', 'step-none', 'step-none'].map((color, index) => ({
        color: `var(--${color})`,
        textBorderColor: `var(--step-${index + 1})`,
      })),
    );
  });

  it('tells a gap in persons, and a pace in persons a day', () => {
    const told = (value: number, shade: Shade) =>
      seriesOf([region('33', value)], [value], shade).data[0]!.told;
    expect(told(1_250, 'gap')).toBe('Kecamatan 33: 1.250');
    expect(told(2.5, 'pace')).toBe('Kecamatan 33: +2,5 orang/hari');
  });

  it('has names written on it as long as there are forty at most', () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => region(`33.${index}`, 0.5));
    const isNamed = (count: number) => seriesOf(many(count), [0.5]).data[0]!.label;
    expect(isNamed(40)).toMatchObject({ show: true });
    expect(isNamed(41)).toMatchObject({ show: false });
  });
});
