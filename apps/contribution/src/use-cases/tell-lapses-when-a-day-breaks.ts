import { happened, ignored, plainBatch, type Clock, type Day, type Ids, type Outcome } from '#libs/kernel';
import type { Cause } from '#libs/contracts';
import type { PublishedAccountEvent } from '../domain/account/account-events.js';
import { lapseBy } from '../domain/lapse/lapse.js';
import type { Books, LapsedPage, Plan } from './books.js';

/** As many as one transaction tells. */
const BATCH_MAX = 1_000;

/** Memberships that nobody has paid for in three months lapse by themselves: each day those whose day has come. */
export class TellLapsesWhenADayBreaks {
  constructor(
    private readonly books: Books,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Tells all lapses up to the day that nobody was told of yet, also those of days that were missed. Answers how many. */
  async handle(day: Day): Promise<number> {
    let told = 0;
    let after: string | null = null;
    do {
      const page: LapsedPage = await this.books.lapsed(day, after);
      told += await this.tellOf(page.lapsed, day);
      after = page.next;
    } while (after !== null);
    return told;
  }

  private async tellOf(lapsed: readonly string[], day: Day): Promise<number> {
    let told = 0;
    for (let from = 0; from < lapsed.length; from += BATCH_MAX) {
      const batch = plainBatch(lapsed.slice(from, from + BATCH_MAX));
      const outcomes = await this.books.change(batch, (membershipId) => this.telling(membershipId, day));
      told += outcomes.filter(({ kind }) => kind === 'happened').length;
    }
    return told;
  }

  private telling(membershipId: string, day: Day): Plan<Outcome<PublishedAccountEvent>> {
    return {
      needs: { memberships: [membershipId] },
      cause: this.cause(),
      decide: (book) => {
        const lapse = lapseBy(book.accounts.get(membershipId), day);
        if (lapse === null) return ignored('redelivery');
        book.recordAccount(membershipId, lapse, this.clock.recordedAt(null));
        return happened(lapse);
      },
    };
  }

  private cause(): Cause {
    const eventId = this.ids.next();
    return { eventId, correlationId: eventId, traceparent: null };
  }
}
