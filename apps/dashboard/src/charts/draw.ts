import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { getInstanceByDom, init, use, type ECharts } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { Language } from '../words/language.js';
import type { ChartOption } from './option.js';

use([BarChart, LineChart, GridComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);

/** What is left of A4 between margins of 15 mm, and of that a half for a chart beside a table, in CSS pixels. */
const PAPER_PX = 680;
const widthOnPaper = ({ parentElement }: HTMLElement): number =>
  parentElement?.matches('.panel-columns') ? PAPER_PX * 0.48 : PAPER_PX;

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

/**
 * Draws into an element of the page, unless it shows just that already. A click on a bar tells its place among the
 * bars.
 */
export const draw = (
  host: HTMLElement,
  { option, language }: { option: ChartOption; language: Language },
  onBar?: (index: number) => void,
): void => {
  const chart = getInstanceByDom(host) ?? begin(host);
  chart.off('click');
  if (onBar) chart.on('click', ({ dataIndex }) => onBar(dataIndex));
  const content = language + JSON.stringify(option);
  if (drawn.get(host) === content) return;
  drawn.set(host, content);
  const { fontFamily } = getComputedStyle(host);
  chart.setOption({ ...option, textStyle: { fontFamily } }, { notMerge: true });
};
