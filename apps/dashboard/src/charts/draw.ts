import { BarChart, LineChart, MapChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { getInstanceByDom, init, use, type ECharts } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import type { RegionOutlines } from '../api/answers.js';
import type { Language } from '../words/language.js';
import type { ChartOption } from './option.js';
import { takeOutlines } from './outlines.js';

use([
  BarChart,
  LineChart,
  MapChart,
  GridComponent,
  MarkLineComponent,
  TooltipComponent,
  LabelLayout,
  SVGRenderer,
]);

/** What is left of A4 between margins of 15 mm, and of that a half for a chart beside a table, in CSS pixels. */
const PAPER_PX = 680;
const widthOnPaper = ({ parentElement }: HTMLElement): number =>
  parentElement?.closest('.panel-columns') ? PAPER_PX * 0.48 : PAPER_PX;

const endings = new WeakMap<HTMLElement, AbortController>();

const begin = (host: HTMLElement): ECharts => {
  const chart = init(host, null, { renderer: 'svg' });
  const ending = new AbortController();
  endings.set(host, ending);
  const resizing = new ResizeObserver(() => chart.resize());
  resizing.observe(host);
  ending.signal.addEventListener('abort', () => {
    resizing.disconnect();
    chart.dispose();
  });
  // Paper has a width of its own, and nothing tells of it but these events.
  const toPaper = () => {
    chart.resize({ width: widthOnPaper(host) });
    chart.getZr().flush();
  };
  addEventListener('beforeprint', toPaper, { signal: ending.signal });
  addEventListener('afterprint', () => chart.resize(), { signal: ending.signal });
  return chart;
};

/** Forgets what was drawn into an element that leaves the page. */
export const endChart = (host: HTMLElement): void => endings.get(host)?.abort();

const drawn = new WeakMap<HTMLElement, string>();

/** What a chart shows, in which language, and the outlines of a map. */
export interface Picture {
  readonly option: ChartOption;
  readonly language: Language;
  readonly outlines: RegionOutlines | null;
}

/**
 * Draws into an element of the page, unless it shows just that already. A click on a bar or on a region of a map tells its
 * place among them.
 */
export const draw = (
  host: HTMLElement,
  { option, language, outlines }: Picture,
  onPress?: (index: number) => void,
): void => {
  const chart = getInstanceByDom(host) ?? begin(host);
  chart.off('click');
  if (onPress) chart.on('click', ({ dataIndex }) => onPress(dataIndex));
  const content = language + JSON.stringify(option);
  const isNewMap = outlines !== null && takeOutlines(outlines);
  if (!isNewMap && drawn.get(host) === content) return;
  drawn.set(host, content);
  const { fontFamily } = getComputedStyle(host);
  chart.setOption({ ...option, textStyle: { fontFamily } }, { notMerge: true });
};
