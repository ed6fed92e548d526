import type { Progress } from '../api/answers.js';
import type { Shown } from './shown.js';

/** `1 Maret 2026`, the day on which a target is reached at this pace; or that it is, or why it will not be. */
export const projectionText = (
  { needed, daysLeft, projectedOn }: Pick<Progress, 'needed' | 'daysLeft' | 'projectedOn'>,
  { words, day }: Shown,
): string => {
  const { progress, unknown } = words;
  if (needed === null) return unknown;
  if (needed === 0) return progress.reached;
  if (daysLeft === 0) return progress.noDaysLeft;
  return projectedOn === null ? progress.never : day(projectedOn);
};
