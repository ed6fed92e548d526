import { Rounds } from '#libs/messaging';
import { Injectable } from '@nestjs/common';
import { EndEventCoverWhenItIsOver } from '../../use-cases/end-event-cover-when-it-is-over.js';
import { RemindMemberWhenCoverEnds } from '../../use-cases/remind-member-when-cover-ends.js';

/** What counts by the day: whoever looks within a minute of midnight may find yesterday's. */
const PERIOD_MS = 60_000;

/** Looks again and again for what a new day brings: event cover that is over, and members who should hear of it. */
@Injectable()
export class DayTimer extends Rounds {
  constructor(
    private readonly endEventCover: EndEventCoverWhenItIsOver,
    private readonly remindMember: RemindMemberWhenCoverEnds,
  ) {
    super(PERIOD_MS);
  }

  protected override async round(): Promise<number> {
    const ended = await this.endEventCover.handle();
    const reminded = await this.remindMember.handle();
    if (ended + reminded > 0) this.log.log({ msg: 'a day has brought', ended, reminded });
    return PERIOD_MS;
  }
}
