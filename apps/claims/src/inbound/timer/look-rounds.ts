import { Rounds } from '#libs/messaging';
import { Injectable } from '@nestjs/common';
import type { ToLookAt } from '../../use-cases/claims.js';
import { FindTransfersToLookAt } from '../../use-cases/find-transfers-to-look-at.js';

const PERIOD_MS = 10_000;

/** Keeps count of the transfers that a person has to look at, and tells when there are more. */
@Injectable()
export class LookRounds extends Rounds {
  /** As last counted. */
  found: readonly ToLookAt[] = [];

  constructor(private readonly find: FindTransfersToLookAt) {
    super(PERIOD_MS);
  }

  protected override async round(): Promise<number> {
    const before = new Map(this.found.map(({ why, count }) => [why, count]));
    this.found = await this.find.handle();
    for (const { why, count, claimIds } of this.found)
      if (count > (before.get(why) ?? 0))
        this.log.warn({ msg: 'transfers wait for somebody to look', why, count, claimIds });
    return PERIOD_MS;
  }
}
