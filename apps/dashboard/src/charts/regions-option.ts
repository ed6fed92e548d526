import type { Shade } from '../model/place.js';
import type { Shaded } from '../model/shade.js';
import type { Language } from '../words/language.js';
import { shadeText } from '../words/shade-text.js';
import { shownIn } from '../words/shown.js';
import { AXIS_LABEL, COLOR, type ChartOption } from './option.js';

/** As tall as a line of the table beside it (`--table-line`). */
const LINE_PX = 40;

/** Tall enough that every region has its line. */
export const regionsHeightPx = (rows: readonly unknown[]): number => rows.length * LINE_PX;

/** Persons, where not one region has the value that was asked for. */
const lengthsOf = (bars: readonly Shaded[]): readonly (number | null)[] =>
  bars.some(({ value }) => value !== null)
    ? bars.map(({ value }) => value)
    : bars.map(({ row }) => row.persons);

/** One bar a region, in the order of the table, from nought. */
export const regionsOption = (bars: readonly Shaded[], shade: Shade, language: Language): ChartOption => {
  const lengths = lengthsOf(bars);
  const told = bars.some(({ value }) => value !== null) ? shade : 'gap';
  const shown = shownIn(language);
  return {
    animation: false,
    grid: { left: 4, right: 88, top: 0, bottom: 0, outerBoundsMode: 'same' },
    xAxis: { type: 'value', show: false, min: Math.min(0, ...lengths.map((length) => length ?? 0)) },
    yAxis: {
      type: 'category',
      inverse: true,
      data: bars.map(({ row: { name, region } }) => name ?? region ?? ''),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { ...AXIS_LABEL, color: COLOR.ink, fontSize: 13, width: 150, overflow: 'truncate' },
    },
    series: [
      {
        type: 'bar',
        barWidth: 14,
        data: lengths.map((length) => length ?? '-'),
        itemStyle: { color: COLOR.accent, borderRadius: [0, 2, 2, 0] },
        emphasis: { disabled: true },
        label: {
          show: true,
          position: 'right',
          color: COLOR.ink,
          fontSize: 13,
          formatter: ({ value }) => (typeof value === 'number' ? shadeText(value, told, shown) : ''),
        },
      },
    ],
  };
};
