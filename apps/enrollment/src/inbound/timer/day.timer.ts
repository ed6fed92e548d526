import { Clock, type Day } from '#libs/kernel';
import { Rounds } from '#libs/messaging';
import { Injectable } from '@nestjs/common';
import { EndEventCoverWhenItIsOver } from '../../use-cases/end-event-cover-when-it-is-over.js';
import { MoveMembersWhenRegionChanges } from '../../use-cases/move-members-when-region-changes.js';
import { RemindMemberWhenCoverEnds } from '../../use-cases/remind-member-when-cover-ends.js';

/** What counts by the day: whoever looks within a minute of midnight may find yesterday's. */
const PERIOD_MS = 60_000;

/** Looks again and again for what a new day brings: event cover that is over, and members who should hear of it. */
@Injectable()
export class DayTimer extends Rounds {
  /** The last day on which members were moved: it looks through all of them. */
  private movedOn: Day | null = null;

  constructor(
    private readonly endEventCover: EndEventCoverWhenItIsOver,
    private readonly remindMember: RemindMemberWhenCoverEnds,
    private readonly moveMembers: MoveMembersWhenRegionChanges,
    private readonly clock: Clock,
  ) {
    super(PERIOD_MS);
  }

  /** What a code became was recorded: those who live there are moved now, and not only when the next day begins. */
  regionChanged(): void {
    this.movedOn = null;
    this.soon();
  }

  protected override async round(): Promise<number> {
    const ended = await this.endEventCover.handle();
    const reminded = await this.remindMember.handle();
    const moved = await this.moveOnceADay();
    if (ended + reminded + moved > 0) this.log.log({ msg: 'a day has brought', ended, reminded, moved });
    return PERIOD_MS;
  }

  private async moveOnceADay(): Promise<number> {
    const today = this.clock.today();
    if (this.movedOn === today) return 0;
    this.movedOn = today;
    try {
      return await this.moveMembers.handle();
    } catch (error) {
      this.movedOn = null;
      throw error;
    }
  }
}
