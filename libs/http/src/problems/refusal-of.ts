import type { Reason } from '#libs/kernel';
import { Problem } from './problem.js';

/** A rule's refusal as HTTP says it: 409 where an id came again with other content, else 422. */
export const refusalOf = (reason: Reason, ...more: Reason[]): Problem =>
  reason.endsWith('-id-reused') ? Problem.conflict(reason) : Problem.refused([reason, ...more]);
