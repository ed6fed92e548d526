import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { EndEventCoverWhenItIsOver } from '../../use-cases/end-event-cover-when-it-is-over.js';

/** Ends count by the day; whoever looks within a minute of midnight may find yesterday's. */
const PERIOD_MS = 60_000;

/** Looks again and again whether event cover is over. */
@Injectable()
export class EventCoverTimer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('EventCover');
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;

  constructor(private readonly endEventCover: EndEventCoverWhenItIsOver) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.look(), PERIOD_MS);
    this.look();
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.running;
  }

  private look(): void {
    this.running ??= this.endWhatIsOver().finally(() => (this.running = null));
  }

  private async endWhatIsOver(): Promise<void> {
    try {
      const ended = await this.endEventCover.handle();
      if (ended > 0) this.log.log({ msg: 'event cover ended', ended });
    } catch (error) {
      this.log.warn({ msg: 'event cover could not be ended; it is tried again', err: error });
    }
  }
}
