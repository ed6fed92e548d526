import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { failedWith } from '../../stack/cannot-start.js';
import { armedName, hitName, POINTS_FOLDER, type KillPoint, type Point } from './points.js';

const folder = process.env[POINTS_FOLDER] ?? '';

const fileOf = (point: Point) => join(folder, armedName(point));

export const isArmed = (point: Point): boolean => existsSync(fileOf(point));

/** Whether the point was armed; from now on it is not, and that it was reached is noted on disk. */
export const spend = (point: Point): boolean => {
  if (!isArmed(point)) return false;
  try {
    renameSync(fileOf(point), join(folder, hitName(point, process.pid, Date.now())));
    return true;
  } catch (error) {
    if (failedWith(error, 'ENOENT')) return false; // it was disarmed this very moment
    throw error;
  }
};

/** A service has come to this point: if it is armed, that was the last thing it did. */
export const reach = (point: KillPoint): void => {
  if (spend(point)) process.kill(process.pid, 'SIGKILL');
};
