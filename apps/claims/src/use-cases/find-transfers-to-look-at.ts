import type { Clock } from '#libs/kernel';
import type { Claims, ToLookAt } from './claims.js';

/** A bank's program ends a transfer within minutes; what has no end by then was forgotten, or is of another amount there. */
const OVERDUE_MS = 3_600_000;

/** Finds the money about which the bank's answers alone lead no further. */
export class FindTransfersToLookAt {
  constructor(
    private readonly claims: Claims,
    private readonly clock: Clock,
  ) {}

  handle(): Promise<readonly ToLookAt[]> {
    const now = Date.parse(this.clock.recordedAt(null));
    return this.claims.toLookAt(new Date(now - OVERDUE_MS).toISOString());
  }
}
