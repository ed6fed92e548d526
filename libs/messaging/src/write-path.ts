import type { Batch, Outcome } from '#libs/kernel';
import type { Database, Transaction } from '#libs/persistence';
import { hasSaid } from './events/event-log.js';

/** Told after each commit that brought events, so that what was written is published at once. */
export interface Wakes {
  wake(): void;
}

/**
 * The one road of every change. A batch, whether from a topic, HTTP requests or a file, is opened, worked on and settled
 * in one transaction: effect, events, parked messages and the reader's position are there together or not at all.
 */
export class WritePath {
  constructor(
    private readonly database: Database,
    private readonly relay: Wakes,
  ) {}

  /**
   * @param work locks, loads, decides, writes and appends events; one outcome for each item it was given, in order
   * @throws DependencyUnavailable when the database is away; nothing was written then
   */
  async run<Item, O extends Outcome<unknown>>(
    batch: Batch<Item>,
    work: (tx: Transaction, items: readonly Item[]) => Promise<readonly O[]>,
  ): Promise<readonly O[]> {
    let isToPublish = false;
    const outcomes = await this.database.transaction(async (tx) => {
      const items = await batch.open(tx);
      const answers = items.length === 0 ? [] : await work(tx, items);
      if (answers.length !== items.length) throw new Error('a store must answer each item of its batch');
      await batch.settle(tx, answers);
      isToPublish = hasSaid(tx);
      return answers;
    });
    if (isToPublish) this.relay.wake();
    return outcomes;
  }
}
