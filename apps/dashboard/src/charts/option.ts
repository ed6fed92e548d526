import type { BarSeriesOption, LineSeriesOption, MapSeriesOption } from 'echarts/charts';
import type {
  GridComponentOption,
  MarkLineComponentOption,
  TooltipComponentOption,
} from 'echarts/components';
import type { ComposeOption } from 'echarts/core';

/** What a chart of this page may consist of. */
export type ChartOption = ComposeOption<
  | BarSeriesOption
  | LineSeriesOption
  | MapSeriesOption
  | GridComponentOption
  | MarkLineComponentOption
  | TooltipComponentOption
>;

/** Colours of the style sheet: the charts are SVG, so they follow dark mode and print like everything else. */
export const COLOR = {
  ink: 'var(--ink)',
  quiet: 'var(--quiet)',
  line: 'var(--line)',
  accent: 'var(--accent)',
  accentSoft: 'var(--accent-soft)',
  target: 'var(--target)',
  paper: 'var(--paper)',
  onStep: 'var(--on-step)',
  stepNone: 'var(--step-none)',
} as const;

/** The name under which ECharts knows the outlines of a map. */
export const MAP = 'regions';

/** The colour of a step of a shade, 1 … 5. */
export const stepColor = (step: number): string => `var(--step-${step})`;

/** A quiet tooltip of the page's own colours. */
export const TOOLTIP = {
  backgroundColor: COLOR.paper,
  borderColor: COLOR.line,
  borderWidth: 1,
  padding: [8, 12],
  textStyle: { color: COLOR.ink, fontSize: 13 },
  extraCssText: 'box-shadow: none; font-variant-numeric: tabular-nums',
  transitionDuration: 0,
} satisfies TooltipComponentOption;

export const AXIS_LABEL = { color: COLOR.quiet, fontSize: 12 } as const;
