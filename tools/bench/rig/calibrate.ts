import { createHash } from 'node:crypto';
import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Calibration } from '../report/results.js';
import { rounded } from '../report/statistics.js';
import { nowMs } from './machine-clock.js';

const HASHES = 400_000;
const STEPS = 300_000_000;
const SYNCS = 2_000;
const BLOCK = Buffer.alloc(4_096, 7);

/** A chain of hashes and a loop of whole numbers: the same work each time. */
const compute = (): string => {
  let text = 'cakupan';
  for (let round = 0; round < HASHES; round += 1) text = createHash('sha256').update(text).digest('hex');
  let state = 88_172_645;
  for (let step = 0; step < STEPS; step += 1) state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
  return `${text}${state}`;
};

const sync = (file: string): void => {
  const descriptor = openSync(file, 'w');
  try {
    for (let block = 0; block < SYNCS; block += 1) {
      writeSync(descriptor, BLOCK);
      fdatasyncSync(descriptor);
    }
  } finally {
    closeSync(descriptor);
    rmSync(file);
  }
};

const secondsOf = (work: () => unknown): number => {
  const begunAt = nowMs();
  work();
  return (nowMs() - begunAt) / 1_000;
};

/** Seconds that a fixed piece of work takes now, and how often a second 4 KiB reach the disk of this folder. */
export const calibrate = (folder: string): Calibration => ({
  cpuSeconds: rounded(secondsOf(compute), 3),
  syncsPerSecond: Math.round(SYNCS / secondsOf(() => sync(join(folder, 'calibration.tmp')))),
});
