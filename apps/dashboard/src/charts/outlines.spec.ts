import { describe, expect, it } from '@jest/globals';
import { MapChart } from 'echarts/charts';
import { getMap, use } from 'echarts/core';
import { squaresOf } from '../model/outlines.example.js';
import { MAP } from './option.js';
import { takeOutlines } from './outlines.js';

use([MapChart]);

const drawnNow = () =>
  (getMap(MAP) as unknown as { geoJSON: { features: { properties: { code: string }; geometry: unknown }[] } })
    .geoJSON.features;

describe('outlines', () => {
  it('are what a map is drawn with from then on, until others come', () => {
    const first = squaresOf('33.72.04', '33.72.05');
    expect(takeOutlines(first)).toBe(true);
    expect(takeOutlines(first)).toBe(false);
    expect(drawnNow().map(({ properties: { code } }) => code)).toEqual(['33.72.04', '33.72.05']);
    expect(drawnNow()[1]!.geometry).toEqual({
      type: 'Polygon',
      coordinates: [
        [
          [111, -7],
          [112, -7],
          [112, -8],
          [111, -8],
          [111, -7],
        ],
      ],
    });
    expect(takeOutlines(squaresOf('33.72.01'))).toBe(true);
    expect(drawnNow()).toHaveLength(1);
  });
});
