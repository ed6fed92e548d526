import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { TellLapsesWhenADayBreaks } from '../../use-cases/tell-lapses-when-a-day-breaks.js';

/** Lapses count by the day; looking is one pass over the memberships, so it is not done every minute. */
const PERIOD_MS = 3_600_000;

/** Looks again and again whether memberships have lapsed. */
@Injectable()
export class LapseTimer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('Lapses');
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;

  constructor(private readonly tellLapses: TellLapsesWhenADayBreaks) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.look(), PERIOD_MS);
    this.look();
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.running;
  }

  private look(): void {
    this.running ??= this.tell().finally(() => (this.running = null));
  }

  private async tell(): Promise<void> {
    try {
      const lapsed = await this.tellLapses.handle();
      if (lapsed > 0) this.log.log({ msg: 'memberships lapsed', lapsed });
    } catch (error) {
      this.log.warn({ msg: 'lapses could not be told; it is tried again', err: error });
    }
  }
}
