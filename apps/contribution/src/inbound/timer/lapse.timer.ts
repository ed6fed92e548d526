import { Clock } from '#libs/kernel';
import { Rounds } from '#libs/messaging';
import { Injectable } from '@nestjs/common';
import { TellLapsesWhenADayBreaks } from '../../use-cases/tell-lapses-when-a-day-breaks.js';

/** Lapses count by the day; looking is one pass over the memberships, so it is not done every minute. */
const PERIOD_MS = 3_600_000;
const BACK_OFF_MS = 60_000;

/** Looks again and again whether memberships have lapsed. */
@Injectable()
export class LapseTimer extends Rounds {
  constructor(
    private readonly tellLapses: TellLapsesWhenADayBreaks,
    private readonly clock: Clock,
  ) {
    super(BACK_OFF_MS);
  }

  protected override async round(): Promise<number> {
    const lapsed = await this.tellLapses.handle(this.clock.today());
    if (lapsed > 0) this.log.log({ msg: 'memberships lapsed', lapsed });
    return PERIOD_MS;
  }
}
