import { Rounds } from '#libs/messaging';
import { Injectable } from '@nestjs/common';
import { ProveWhatWasRead } from '../../use-cases/prove-what-was-read.js';

const PERIOD_MS = 1_000;

/** Proves again and again what was read. */
@Injectable()
export class ProofRounds extends Rounds {
  constructor(private readonly prove: ProveWhatWasRead) {
    super(PERIOD_MS);
  }

  protected override async round(): Promise<number> {
    await this.prove.handle();
    return PERIOD_MS;
  }
}
