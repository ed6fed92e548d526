import type { Database } from '#libs/persistence';
import type { Sponsorship } from '../../domain/budget/sponsored.js';
import type { Entries } from '../../domain/register/register.js';
import { Budgets, type DecideReservation, type Sponsor } from '../../use-cases/budgets.js';
import type { SignUpCommand } from '../../use-cases/sign-ups.js';
import { loadBudget, SponsoredListBatch } from './sponsored-list.js';

const ENTRY = `select entry from register where code = $1 and kind = 'sponsor'`;

/** Budgets of sponsors in PostgreSQL. */
export class PostgresBudgets extends Budgets {
  constructor(private readonly database: Database) {
    super();
  }

  override async find(code: string): Promise<Sponsor | null> {
    const [row] = await this.database.query<{ entry: Entries['sponsor'] }>(ENTRY, [code]);
    if (row === undefined) return null;
    const { kind, regions = null, occupations = null } = row.entry;
    return { kind, budget: await loadBudget(this.database, code), eligible: { regions, occupations } };
  }

  override onWritePath(
    sponsorship: Sponsorship,
    commands: readonly SignUpCommand[],
    decide: DecideReservation,
  ): SponsoredListBatch {
    return new SponsoredListBatch(sponsorship, commands, decide);
  }
}
