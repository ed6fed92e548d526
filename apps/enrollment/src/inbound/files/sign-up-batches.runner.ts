import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { isOutage } from '#libs/http';
import { RegisterMembersOfBatch } from '../../use-cases/register-members-of-batch.js';
import { SignUpBatches } from '../../use-cases/sign-up-batches.js';
import { readRow } from './read-row.js';

/** A file that a process left behind when it died is taken up within this time. */
const LOOK_EVERY_MS = 5_000;
const FORGET_EVERY_MS = 3_600_000;

/** Answers the rows of files that have come in, part after part, as long as there are any. */
@Injectable()
export class SignUpBatchesRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('SignUpBatches');
  private readonly timers: NodeJS.Timeout[] = [];
  private running: Promise<void> | null = null;
  private isStopping = false;

  constructor(
    private readonly registerMembers: RegisterMembersOfBatch,
    private readonly batches: SignUpBatches,
  ) {}

  onApplicationBootstrap(): void {
    this.timers.push(setInterval(() => this.wake(), LOOK_EVERY_MS));
    this.timers.push(
      setInterval(() => void this.batches.forgetOld().catch(() => undefined), FORGET_EVERY_MS),
    );
    this.wake();
  }

  /** The part in hand is finished; the rest is taken up by whoever comes next. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    this.timers.forEach(clearInterval);
    await this.running;
  }

  /** There may be something to do. */
  wake(): void {
    this.running ??= this.work().finally(() => (this.running = null));
  }

  private async work(): Promise<void> {
    try {
      while (!this.isStopping && (await this.registerMembers.handle({ read: readRow, isOutage })));
    } catch (error) {
      this.log.warn({ msg: 'a file of sign-ups waits; it is tried again', err: error });
    }
  }
}
