import {
  ParkedMessages,
  type DiscardAnswer,
  type ParkedCorrection,
  type ParkedMessage,
  type ParkedSender,
  type ParkedSummary,
  type ParkedWish,
  type RetryAnswer,
} from '#libs/kernel';
import { Logger } from '@nestjs/common';
import { Mask } from './mask.js';
import { openParked, waitingFrom } from './rows.js';
import { senderText } from './sender.js';
import type { SettleParked, SettleParkedTools } from './settle-parked.js';
import { shownMessage } from './shown-message.js';

/** What people write may name anybody. */
const maskedWish = ({ by, note }: ParkedWish): ParkedWish => ({ by, note: note && new Mask().hide(note) });

/** What is parked in a service's database. Who looked at what, and who did what, is logged. */
export class PostgresParkedMessages extends ParkedMessages {
  private readonly log = new Logger('Parked');

  constructor(
    private readonly tools: Pick<SettleParkedTools, 'database' | 'consumer' | 'cipher'>,
    private readonly settle: SettleParked,
  ) {
    super();
  }

  override async list(
    page: { readonly after: string | null; readonly limit: number },
    sender?: ParkedSender,
  ): Promise<readonly ParkedSummary[]> {
    const { database, consumer, cipher } = this.tools;
    const asked = { ...page, sender: sender ? senderText(sender) : null };
    return waitingFrom(database, consumer, asked, cipher);
  }

  override async find(id: string, by: string): Promise<ParkedMessage | null> {
    const { database, consumer, cipher } = this.tools;
    const row = await openParked(database, consumer, id, cipher);
    this.log.log({ msg: 'parked message shown', id, by, found: row !== null });
    return row && shownMessage(row);
  }

  override async retry(id: string, wish: ParkedWish, correction?: ParkedCorrection): Promise<RetryAnswer> {
    const answer = await this.settle.retry(id, { wish: maskedWish(wish), correction: correction ?? null });
    this.log.log({
      msg: 'parked message retried',
      id,
      by: wish.by,
      corrected: correction !== undefined,
      answer,
    });
    return answer;
  }

  override async discard(id: string, wish: ParkedWish): Promise<DiscardAnswer> {
    const answer = await this.settle.discard(id, maskedWish(wish));
    this.log.log({ msg: 'parked message discarded', id, by: wish.by, answer });
    return answer;
  }
}
