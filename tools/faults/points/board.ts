import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { armedName, pointOfHit, type Point } from './points.js';

/** The points of all processes of a world, seen from outside: arms them and counts how often each was reached. */
export class Board {
  constructor(private readonly folder: string) {}

  /** The folder that one process is told of; made when it is missing. */
  folderOf(member: string): string {
    const path = join(this.folder, member);
    mkdirSync(path, { recursive: true });
    return path;
  }

  /** Armed until it is reached or disarmed, also over a new start of the process. */
  arm(member: string, point: Point): void {
    writeFileSync(join(this.folderOf(member), armedName(point)), '');
  }

  disarm(member: string, point: Point): void {
    rmSync(join(this.folderOf(member), armedName(point)), { force: true });
  }

  /** How often this point was reached, in one process and those that took its place. */
  hitsOf(member: string, point: Point): number {
    return readdirSync(this.folderOf(member)).filter((file) => pointOfHit(file) === point).length;
  }

  /** How often each of these points was reached, anywhere. */
  hits(points: readonly Point[]): Record<string, number> {
    const members = readdirSync(this.folder);
    const of = (point: Point) => members.reduce((sum, member) => sum + this.hitsOf(member, point), 0);
    return Object.fromEntries(points.map((point) => [point, of(point)]));
  }
}
