import { Rounds } from '#libs/messaging';
import { Injectable } from '@nestjs/common';
import { PublishCoverageWhenFiguresMove } from '../../use-cases/publish-coverage-when-figures-move.js';

/** At most so often is a region published. */
const PERIOD_MS = 1_000;
/** However busy the machine, nobody waits longer for the next one than this and what it takes. */
const PERIOD_MAX_MS = 10_000;
/** Adding up figures keeps the database busy, which those need more who still have to take what came. */
const RESTS_PER_ROUND = 4;

/** How long until the next round, in milliseconds, after one that took so long. */
export const restAfter = (tookMs: number): number =>
  Math.min(Math.max(RESTS_PER_ROUND * tookMs, PERIOD_MS), PERIOD_MAX_MS);

/** Publishes figures that moved, and those that are held against something else than before. */
@Injectable()
export class PublishingRounds extends Rounds {
  constructor(private readonly publish: PublishCoverageWhenFiguresMove) {
    super(PERIOD_MS);
  }

  protected override async round(): Promise<number> {
    const began = performance.now();
    await this.publish.handle();
    return restAfter(performance.now() - began);
  }
}
