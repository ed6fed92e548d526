import { setTimeout as sleep } from 'node:timers/promises';
import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { PayBenefitsThroughBank } from '../../use-cases/pay-benefits-through-bank.js';

/** Between two rounds in which nothing was due. */
const PAUSE_MS = 1_000;
/** After a round that failed: the database is away. */
const BACK_OFF_MS = 5_000;

/** Pays what is ordered for as long as the service runs. */
@Injectable()
export class BankRounds implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(BankRounds.name);
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly pay: PayBenefitsThroughBank) {}

  onApplicationBootstrap(): void {
    this.running = this.run();
  }

  /** Ends after the round in hand. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const pauseMs = await this.round();
      if (pauseMs > 0) await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
    }
  }

  private async round(): Promise<number> {
    try {
      return (await this.pay.round()) === 0 ? PAUSE_MS : 0;
    } catch (error) {
      this.logger.error(error);
      return BACK_OFF_MS;
    }
  }
}
