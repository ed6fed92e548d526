import { andAbove } from './region-tree.js';

/** Region codes that somebody may see or speak for, each with all below it; null: everything. */
export type Reach = readonly string[] | null;

/** Whether every one of the regions lies within the reach. */
export const reachesAll = (reach: Reach, codes: readonly string[]): boolean =>
  reach === null || codes.every((code) => andAbove(code).some((above) => reach.includes(above)));
