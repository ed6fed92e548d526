import { registerMap } from 'echarts/core';
import { feature } from 'topojson-client';
import type { RegionOutlines } from '../api/answers.js';
import { MAP } from './option.js';

type Topology = Parameters<typeof feature>[0];

let taken: RegionOutlines | null = null;

/** Makes these the outlines that a map is drawn with, one map a page; says whether they are others than before. */
export const takeOutlines = (outlines: RegionOutlines): boolean => {
  if (taken === outlines) return false;
  taken = outlines;
  const topology = outlines as unknown as Topology; // whose arcs the generated type does not know as closely
  registerMap(MAP, feature(topology, topology.objects['regions']!) as never);
  return true;
};
