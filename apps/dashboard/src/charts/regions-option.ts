import type { Row } from '../api/coverage-answer.js';
import { percent, whole } from '../format/numbers.js';
import type { Language } from '../words/words.js';
import { AXIS_LABEL, COLOR, type ChartOption } from './option.js';

/** As tall as a line of the table beside it (`--table-line`). */
const LINE_PX = 40;

/** Tall enough that every region has its line. */
export const regionsHeightPx = (rows: readonly unknown[]): number => rows.length * LINE_PX;

/** Coverage where every region has one, else persons. */
const isByCoverage = (rows: readonly Row[]): boolean =>
  rows.length > 0 && rows.every(({ coverage }) => coverage !== null);

/** One bar a region, in the order of the table, from nought. */
export const regionsOption = (rows: readonly Row[], language: Language): ChartOption => {
  const byCoverage = isByCoverage(rows);
  const textOf = (value: unknown) => {
    if (typeof value !== 'number' || value === 0) return '';
    return byCoverage ? percent(value, language) : whole(value, language);
  };
  return {
    animation: false,
    grid: { left: 4, right: 72, top: 0, bottom: 0, outerBoundsMode: 'same' },
    xAxis: { type: 'value', show: false, min: 0 },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map(({ name, region }) => name ?? region ?? ''),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { ...AXIS_LABEL, color: COLOR.ink, fontSize: 13, width: 150, overflow: 'truncate' },
    },
    series: [
      {
        type: 'bar',
        barWidth: 14,
        data: rows.map(({ coverage, persons }) => (byCoverage ? coverage : persons) ?? '-'),
        itemStyle: { color: COLOR.accent, borderRadius: [0, 2, 2, 0] },
        emphasis: { disabled: true },
        label: {
          show: true,
          position: 'right',
          color: COLOR.ink,
          fontSize: 13,
          formatter: ({ value }) => textOf(value),
        },
      },
    ],
  };
};
