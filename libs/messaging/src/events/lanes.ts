import { partitionOf } from '../client/partition-of.js';

/** Relays of one service that can work side by side; a key always lies in the same lane. */
export const LANES = 2;

export const laneOf = (key: string): number => partitionOf(key) % LANES;
