/** Where a service can be made to die. Each is a place between two steps that must be there together or not matter. */
export const KILL_POINTS = [
  'between-commit-and-publish',
  'between-acknowledgement-and-cursor',
  'between-effect-and-answer',
  'in-the-roll-up',
  'in-a-rebalance',
] as const;
export type KillPoint = (typeof KILL_POINTS)[number];

/** What a relay can be made to do wrong, once. */
export const MISTAKES = ['send-twice', 'swap-two-of-one-key'] as const;
export type Mistake = (typeof MISTAKES)[number];

export type Point = KillPoint | Mistake;

/** The variable that tells a service where its points are armed and noted. */
export const POINTS_FOLDER = 'CAKUPAN_POINTS';

/** A file of this name in the folder arms the point. */
export const armedName = (point: Point): string => `${point}.armed`;

/** What the file becomes when the point is reached. */
export const hitName = (point: Point, pid: number, nowMs: number): string => `${point}.${nowMs}-${pid}.hit`;

/** The point that a file of the folder says was reached; null for other files. */
export const pointOfHit = (file: string): string | null =>
  file.endsWith('.hit') ? file.slice(0, file.indexOf('.')) : null;
