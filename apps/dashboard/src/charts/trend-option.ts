import type { TrendPoint } from '../model/figure.js';
import { shortMonth } from '../format/days.js';
import { compact, whole } from '../format/numbers.js';
import type { Language } from '../words/language.js';
import { AXIS_LABEL, COLOR, TOOLTIP, type ChartOption } from './option.js';

/** Month by month, with the number of persons that the target asks for. */
export interface TrendChart {
  readonly points: readonly TrendPoint[];
  readonly target: { readonly persons: number; readonly label: string } | null;
  readonly language: Language;
}

const targetLine = ({ target, language }: TrendChart) =>
  target && {
    symbol: 'none',
    silent: true,
    lineStyle: { color: COLOR.target, type: [5, 4], width: 1.5 },
    label: {
      position: 'insideStartTop',
      distance: 5,
      color: COLOR.target,
      fontSize: 12,
      formatter: `${target.label} · ${whole(target.persons, language)}`,
    },
    data: [{ yAxis: target.persons }],
  };

const series = (chart: TrendChart) => {
  const { points, language } = chart;
  const last = points.length - 1;
  const markLine = targetLine(chart);
  return {
    type: 'line',
    data: points.map(({ persons }, index) => ({ value: persons ?? '-', symbolSize: index === last ? 9 : 0 })),
    symbol: 'circle',
    lineStyle: { color: COLOR.accent, width: 2.5 },
    itemStyle: { color: COLOR.accent },
    areaStyle: { color: COLOR.accentSoft, opacity: 1 },
    emphasis: { disabled: true },
    endLabel: {
      show: true,
      distance: 8,
      color: COLOR.ink,
      fontWeight: 600,
      fontSize: 13,
      formatter: ({ value }: { value: unknown }) => (typeof value === 'number' ? whole(value, language) : ''),
    },
    ...(markLine && { markLine }),
  };
};

/** A line from nought: what grew and by how much can be seen, nothing is magnified. */
export const trendOption = (chart: TrendChart): ChartOption => {
  const { points, target, language } = chart;
  const top = Math.max(target?.persons ?? 0, ...points.map(({ persons }) => persons ?? 0));
  const months = points.map(({ on }) => shortMonth(on, language));
  return {
    animation: false,
    grid: { left: 4, right: 76, top: 20, bottom: 4, outerBoundsMode: 'same' },
    tooltip: {
      ...TOOLTIP,
      trigger: 'axis',
      axisPointer: { lineStyle: { color: COLOR.line } },
      valueFormatter: (value: unknown) => (typeof value === 'number' ? whole(value, language) : '–'),
    },
    xAxis: {
      type: 'category',
      data: months,
      boundaryGap: false,
      axisLine: { lineStyle: { color: COLOR.line } },
      axisTick: { show: false },
      axisLabel: {
        ...AXIS_LABEL,
        hideOverlap: true,
        showMinLabel: true,
        showMaxLabel: true,
        alignMinLabel: 'left',
        alignMaxLabel: 'right',
      },
    },
    yAxis: {
      type: 'value',
      max: top > 0 ? top * 1.06 : 1,
      splitNumber: 3,
      splitLine: { showMaxLine: false, lineStyle: { color: COLOR.line } },
      axisLabel: {
        ...AXIS_LABEL,
        showMaxLabel: false,
        formatter: (value: number) => compact(value, language),
      },
    },
    series: [series(chart)],
  } as ChartOption;
};
