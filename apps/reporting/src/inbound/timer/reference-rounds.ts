import { Rounds } from '#libs/messaging';
import { Injectable } from '@nestjs/common';
import { FiguresMoved } from '../../use-cases/figures-moved.js';
import { References } from '../../use-cases/references.js';

const PERIOD_MS = 1_000;

/** Looks whether anything was recorded that figures are held against: whoever watches hears of it, also while publishing rests. */
@Injectable()
export class ReferenceRounds extends Rounds {
  constructor(
    private readonly references: References,
    private readonly moved: FiguresMoved,
  ) {
    super(PERIOD_MS);
  }

  protected override async round(): Promise<number> {
    if (await this.references.haveGrown()) this.moved.nudge();
    return PERIOD_MS;
  }
}
