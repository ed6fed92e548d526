import { Rounds } from '#libs/messaging';
import { Injectable } from '@nestjs/common';
import { FiguresMoved } from '../../use-cases/figures-moved.js';
import { WatchTheReading } from '../../use-cases/watch-the-reading.js';

const PERIOD_MS = 1_000;

/** Looks whether the log is read; whoever watches hears of it when figures turn old, or are no longer. */
@Injectable()
export class ReadingRounds extends Rounds {
  constructor(
    private readonly watch: WatchTheReading,
    private readonly moved: FiguresMoved,
  ) {
    super(PERIOD_MS);
  }

  protected override async round(): Promise<number> {
    const { hasTurned } = await this.watch.handle();
    if (hasTurned) this.moved.nudge();
    return PERIOD_MS;
  }
}
