import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Clock, type Day } from '#libs/kernel';
import { EndEventCoverWhenItIsOver } from '../../use-cases/end-event-cover-when-it-is-over.js';
import { MoveMembersWhenRegionChanges } from '../../use-cases/move-members-when-region-changes.js';
import { RemindMemberWhenCoverEnds } from '../../use-cases/remind-member-when-cover-ends.js';

/** What counts by the day: whoever looks within a minute of midnight may find yesterday's. */
const PERIOD_MS = 60_000;

/** Looks again and again for what a new day brings: event cover that is over, and members who should hear of it. */
@Injectable()
export class DayTimer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('Day');
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  /** The last day on which members were moved: it looks through all of them. */
  private movedOn: Day | null = null;

  constructor(
    private readonly endEventCover: EndEventCoverWhenItIsOver,
    private readonly remindMember: RemindMemberWhenCoverEnds,
    private readonly moveMembers: MoveMembersWhenRegionChanges,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.look(), PERIOD_MS);
    this.look();
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.running;
  }

  /** What a code became was recorded: those who live there are moved now, and not only when the next day begins. */
  regionChanged(): void {
    this.movedOn = null;
    this.look();
  }

  private look(): void {
    this.running ??= this.doWhatIsDue().finally(() => (this.running = null));
  }

  private async doWhatIsDue(): Promise<void> {
    try {
      const ended = await this.endEventCover.handle();
      const reminded = await this.remindMember.handle();
      const moved = await this.moveOnceADay();
      if (ended + reminded + moved > 0) this.log.log({ msg: 'a day has brought', ended, reminded, moved });
    } catch (error) {
      this.log.warn({ msg: 'what the day brings could not be done; it is tried again', err: error });
    }
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
