import { setTimeout as sleep } from 'node:timers/promises';
import { Rounds } from '#libs/messaging';
import { Injectable } from '@nestjs/common';
import { RebuildFiguresBesideTheLiveOnes } from '../../use-cases/rebuild/rebuild-figures-beside-the-live-ones.js';

const LOOK_MS = 1_000;
/** A broker or database that is away, or a long question, does not hold up the end of a process. */
const END_MS = 10_000;

/** Looks every second whether figures are to be rebuilt, and does it; what is not done when the service ends is taken up again. */
@Injectable()
export class RebuildRounds extends Rounds {
  constructor(private readonly rebuild: RebuildFiguresBesideTheLiveOnes) {
    super(LOOK_MS);
  }

  override async beforeApplicationShutdown(): Promise<void> {
    await Promise.race([super.beforeApplicationShutdown(), sleep(END_MS, undefined, { ref: false })]);
  }

  protected override async round(signal: AbortSignal): Promise<number> {
    await this.rebuild.handle(signal);
    return LOOK_MS;
  }
}
