import { Rounds } from '#libs/messaging';
import { Injectable } from '@nestjs/common';
import { FiguresMoved } from '../../use-cases/figures-moved.js';
import { PublishCoverageWhenFiguresMove } from '../../use-cases/publish-coverage-when-figures-move.js';

/** At most so often is a region published. */
const PERIOD_MS = 1_000;

/** Publishes figures that moved; whoever watches hears of it when what they are held against has changed, too. */
@Injectable()
export class PublishingRounds extends Rounds {
  constructor(
    private readonly publish: PublishCoverageWhenFiguresMove,
    private readonly moved: FiguresMoved,
  ) {
    super(PERIOD_MS);
  }

  protected override async round(): Promise<number> {
    const { references } = await this.publish.handle();
    if (references) this.moved.nudge();
    return PERIOD_MS;
  }
}
