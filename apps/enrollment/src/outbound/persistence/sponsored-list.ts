import type { Outcome } from '#libs/kernel';
import type { Transaction } from '#libs/persistence';
import { evolveBudget, type Budget } from '../../domain/budget/budget.js';
import type { Sponsorship } from '../../domain/budget/sponsored.js';
import { BudgetOverdrawn, type DecideReservation, type SponsoredBatch } from '../../use-cases/budgets.js';
import type { SignUpCommand, SignUpOutcome } from '../../use-cases/sign-ups.js';
import type { Queries } from './queries.js';

const BUDGET = `
  select (entry->>'personMonths')::integer as granted, coalesce(reserved, 0) as reserved
    from register r left join budget b on b.code = r.code
   where r.code = $1 and kind = 'sponsor' and entry->>'personMonths' is not null`;

const RESERVE = `
  insert into budget (code, granted, reserved) values ($1, $2, $3)
  on conflict (code) do update set granted = excluded.granted, reserved = excluded.reserved`;

const RESERVATIONS = `
  insert into reservation (membership_id, code, from_month, months)
  select membership_id, $2, $3, $4 from unnest($1::uuid[]) as membership_id`;

const NONE: Budget = { granted: 0, reserved: 0 };

/** The budget of a sponsor; `null` where no months were granted. */
export const loadBudget = async (db: Queries, code: string): Promise<Budget | null> => {
  const [row] = await db.query<Budget>(BUDGET, [code]);
  return row ?? null;
};

/** Memberships that are new: of an id that was used before, the result is what it was answered then. */
const registeredIn = (outcomes: readonly SignUpOutcome[]): string[] =>
  outcomes.flatMap(({ answer, result }) =>
    answer === 'new' && result.status === 'accepted' && result.outcome === 'registered'
      ? [result.membershipId]
      : [],
  );

/** Sign-ups of a sponsor's list on the write path; the lock on the sponsor makes lists wait for each other. */
export class SponsoredListBatch implements SponsoredBatch {
  budget = NONE;

  constructor(
    private readonly sponsorship: Sponsorship,
    readonly items: readonly SignUpCommand[],
    private readonly decide: DecideReservation,
  ) {}

  async open(transaction: unknown): Promise<readonly SignUpCommand[]> {
    const tx = transaction as Transaction;
    const { code } = this.sponsorship;
    await tx.lock([`register:${code}`]);
    this.budget = (await loadBudget(tx, code)) ?? NONE;
    return this.items;
  }

  /** @throws BudgetOverdrawn when the persons who are new take more than is left */
  async settle(transaction: unknown, outcomes: readonly Outcome<unknown>[]): Promise<void> {
    const tx = transaction as Transaction;
    const { code, from, months } = this.sponsorship;
    const membershipIds = registeredIn(outcomes as readonly SignUpOutcome[]);
    const outcome = this.decide(membershipIds.length, this.budget);
    if (outcome.kind !== 'happened') throw new BudgetOverdrawn(this.budget);
    this.budget = outcome.events.reduce(evolveBudget, this.budget);
    await tx.query(RESERVE, [code, this.budget.granted, this.budget.reserved]);
    await tx.query(RESERVATIONS, [membershipIds, code, from, months]);
  }
}
