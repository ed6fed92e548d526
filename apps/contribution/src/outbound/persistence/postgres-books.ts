import type { Cause, NewEvent } from '#libs/contracts';
import type { Batch, Day, Ids, Outcome } from '#libs/kernel';
import type { EventLog, WritePath } from '#libs/messaging';
import { TryAgain, type Database, type Transaction } from '#libs/persistence';
import { Book, type BookChanges } from '../../domain/book/book.js';
import { Books, type LapsedPage, type Needs, type Plan } from '../../use-cases/books.js';
import { loadAccounts, saveAccounts } from './account-rows.js';
import { eventOf } from './book-events.js';
import { saveDecisions } from './decision-rows.js';
import { loadHeld, releaseHeld, saveHeld } from './held-rows.js';
import { appendEntries } from './ledger-rows.js';
import { saveLines } from './line-rows.js';
import { loadPayments, savePayments } from './payment-rows.js';
import { loadRiskGroups } from './postgres-employers.js';
import type { Queries } from './queries.js';
import { reachOf, type Reach } from './reach.js';

/** One statement looks through so many: a day's look needs no index, which each payment would have to keep. */
const PAGE_MAX = 20_000;

const LAPSED = `
  with page as (
    select membership_id, lapses_on from account
     where $2::uuid is null or membership_id > $2 order by membership_id limit ${PAGE_MAX}
  )
  select array(select membership_id::text from page where lapses_on <= $1::date order by 1) as lapsed,
         (select membership_id from page order by membership_id offset ${PAGE_MAX - 1}) as next`;

/** Memberships, payments and the ledger in PostgreSQL. */
export class PostgresBooks extends Books {
  constructor(
    private readonly database: Database,
    private readonly writes: WritePath,
    private readonly log: EventLog,
    private readonly ids: Ids,
  ) {
    super();
  }

  override change<Item, Answer extends Outcome<unknown>>(
    batch: Batch<Item>,
    plan: (item: Item) => Plan<Answer>,
  ): Promise<readonly Answer[]> {
    const lockedBefore = new Set<string>();
    return this.writes.run(batch, async (tx, items) => {
      const plans = items.map(plan);
      const reach = await lockedReach(tx, plans, lockedBefore);
      const book = await open(tx, reach);
      const { answers, events } = this.decide(plans, book);
      await write(tx, book.changes());
      await this.log.append(tx, events);
      return answers;
    });
  }

  override async look<Result>(needs: Needs, read: (book: Book) => Result): Promise<Result> {
    return read(await open(this.database, await reachOf(this.database, [needs])));
  }

  override async lapsed(by: Day, after: string | null): Promise<LapsedPage> {
    const [page] = await this.database.query<LapsedPage>(LAPSED, [by, after]);
    return page!; // a statement without a table has one row
  }

  private decide<Answer extends Outcome<unknown>>(
    plans: readonly Plan<Answer>[],
    book: Book,
  ): { answers: Answer[]; events: NewEvent[] } {
    const causes: Cause[] = [];
    const answers = plans.map(({ decide, cause }) => {
      const answer = decide(book);
      while (causes.length < book.published) causes.push(cause);
      return answer;
    });
    const { publications } = book.changes();
    return { answers, events: publications.map((one, index) => eventOf(one, causes[index]!, this.ids)) };
  }
}

/**
 * Locks what the plans reach, and makes sure behind the locks that this is still all. While it waited for them others may
 * have become payable, as a backlog of payments finds beside one of registrations: those are locked as well, for begun
 * again it would only wait for the next of them.
 */
const lockedReach = async (
  tx: Transaction,
  plans: readonly Plan<Outcome<unknown>>[],
  lockedBefore: Set<string>,
): Promise<Reach> => {
  const needs = plans.map((one) => one.needs);
  for (const name of (await reachOf(tx, needs)).lockNames) lockedBefore.add(name);
  await tx.lock([...lockedBefore]);
  for (;;) {
    const reach = await reachOf(tx, needs);
    const more = reach.lockNames.filter((name) => !lockedBefore.has(name));
    if (more.length === 0) return reach;
    for (const name of more) lockedBefore.add(name);
    if (!(await tx.lockMore(more)))
      throw new TryAgain('between the look and the locks somebody changed what the batch reaches');
  }
};

const open = async (db: Queries, reach: Reach): Promise<Book> => {
  const accounts = await loadAccounts(db, reach.memberships);
  const employers = accounts.flatMap(({ membership }) => membership?.employer ?? []);
  return new Book({
    accounts,
    payments: await loadPayments(db, reach.payments, reach.lines),
    held: await loadHeld(db, reach.expected),
    riskGroups: await loadRiskGroups(db, employers),
  });
};

const write = async (tx: Transaction, changes: BookChanges): Promise<void> => {
  await saveAccounts(tx, changes.accounts);
  await savePayments(tx, changes.payments);
  await saveLines(tx, changes.lines);
  await saveHeld(tx, changes.held);
  await releaseHeld(tx, changes.released);
  await saveDecisions(tx, changes.decisions);
  await appendEntries(tx, changes.entries);
};
