import { Rounds } from '#libs/messaging';
import { Injectable } from '@nestjs/common';
import { RemoveFilesThatNoClaimHas } from '../../use-cases/remove-files-that-no-claim-has.js';

const PERIOD_MS = 60_000;

/** Looks again and again for files that no claim has. */
@Injectable()
export class FileRounds extends Rounds {
  constructor(private readonly removeFiles: RemoveFilesThatNoClaimHas) {
    super(PERIOD_MS);
  }

  protected override async round(): Promise<number> {
    const removed = await this.removeFiles.handle();
    if (removed > 0) this.log.log({ msg: 'files that no claim has were removed', removed });
    return PERIOD_MS;
  }
}
