import type { Batch, Day, Outcome, PayerKind } from '#libs/kernel';
import type { Budget, MonthsReserved } from '../domain/budget/budget.js';
import type { Eligible, Sponsorship } from '../domain/budget/sponsored.js';
import type { SignUpCommand } from './sign-ups.js';

/** A sponsor in the register; `budget` is `null` where no months were granted. */
export interface Sponsor {
  readonly kind: PayerKind;
  readonly budget: Budget | null;
  readonly eligible: Eligible;
}

/** Those whom a sponsor's lists enrolled, and what they did when its months were over. Persons, each once. */
export interface SponsoredCounts {
  readonly enrolled: number;
  /** Of these, for whom the sponsor has paid, and whose last paid day by it is past. */
  readonly monthsOver: number;
  /** Of these, who paid themselves for days after it. */
  readonly wentOn: number;
}

/** Thrown to take back what the list has done so far: it asks for more than is left. */
export class BudgetOverdrawn extends Error {
  override readonly name = 'BudgetOverdrawn';
  constructor(readonly budget: Budget) {
    super('the list asks for more person-months than are left');
  }
}

/** A list on the write path: members and months are there together or not at all. */
export type SponsoredBatch = Batch<SignUpCommand> & { readonly budget: Budget };

/** What the budget's decision is asked: how many persons are new. */
export type DecideReservation = (persons: number, budget: Budget) => Outcome<MonthsReserved>;

/** Person-months that sponsors and public budgets have granted. */
export abstract class Budgets {
  /** `null` when nobody entered the sponsor. */
  abstract find(code: string): Promise<Sponsor | null>;
  abstract countsOf(code: string, today: Day): Promise<SponsoredCounts>;
  /** Sign-ups of a list, whose months are reserved in the same transaction. */
  abstract onWritePath(
    sponsorship: Sponsorship,
    commands: readonly SignUpCommand[],
    decide: DecideReservation,
  ): SponsoredBatch;
}
