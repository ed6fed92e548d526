import { stepsAmong, type Shaded } from '../model/shade.js';
import type { Shade } from '../model/place.js';
import type { Language } from '../words/language.js';
import { shadeTextOrNone } from '../words/shade-text.js';
import { shownIn } from '../words/shown.js';
import { COLOR, MAP, stepColor, TOOLTIP, type ChartOption } from './option.js';

/** Of more regions than these no names are written on the map: they would lie on one another. */
const NAMED_MAX = 40;

/** Regions that have an outline. */
export interface MapChart {
  readonly shaded: readonly Shaded[];
  /** The values among which the steps of the colours are told, those of regions without an outline with them. */
  readonly among: readonly number[];
  readonly shade: Shade;
  readonly language: Language;
}

/** What a region says of itself when somebody points at it: as text, for names are written by others. */
const pointedAt = (params: unknown): HTMLElement | string => {
  const { data } = params as { readonly data?: { readonly told?: string } };
  if (data?.told === undefined) return '';
  return Object.assign(document.createElement('span'), { textContent: data.told });
};

/** On these steps and above, letters are light. */
const LIGHT_FROM_STEP = 4;

/** What is written on a region: braces would be read as a template. */
const written = (name: string, text: string): string => `${name.replaceAll(/[{}]/g, '')}\n${text}`;

/** A region without a value has no step; it is told by the line around it. */
const colorsOf = (step: number | null) => {
  const areaColor = step === null ? COLOR.stepNone : stepColor(step);
  const isDark = step !== null && step >= LIGHT_FROM_STEP;
  return {
    itemStyle: step === null ? { areaColor, borderType: 'dashed' as const } : { areaColor },
    lettering: { color: isDark ? COLOR.stepNone : COLOR.onStep, textBorderColor: areaColor },
  };
};

const regionsOf = ({ shaded, among, shade, language }: MapChart) => {
  const shown = shownIn(language);
  const stepOf = stepsAmong(among);
  return shaded.map(({ row: { region, name }, value }) => {
    const text = shadeTextOrNone(value, shade, shown);
    const called = name ?? region ?? '';
    const { itemStyle, lettering } = colorsOf(value === null ? null : stepOf(value));
    return {
      name: region ?? '',
      value: value ?? ('-' as const),
      told: `${called}: ${text}`,
      label: { show: shaded.length <= NAMED_MAX, formatter: written(called, text), ...lettering },
      itemStyle,
    };
  });
};

/**
 * The regions as they lie, a degree as wide as it is high, which near the equator it is. A region is known by its code:
 * names may come twice.
 */
export const mapOption = (chart: MapChart): ChartOption => ({
  animation: false,
  tooltip: { ...TOOLTIP, trigger: 'item', confine: true, formatter: pointedAt },
  series: [
    {
      type: 'map',
      map: MAP,
      nameProperty: 'code',
      left: 1,
      right: 1,
      top: 1,
      bottom: 1,
      aspectScale: 1,
      preserveAspect: 'contain',
      selectedMode: false,
      itemStyle: { borderColor: COLOR.quiet, borderWidth: 1 },
      label: { textBorderWidth: 3, fontSize: 12, lineHeight: 18 },
      labelLayout: { hideOverlap: true },
      emphasis: { disabled: true, label: { show: false } },
      select: { disabled: true, label: { show: false } },
      data: regionsOf(chart),
    },
  ],
});
