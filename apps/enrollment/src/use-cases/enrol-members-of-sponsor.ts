import type { Cause } from '#libs/contracts';
import { decideReservation, isFuneralOnly, type Budget } from '../domain/budget/budget.js';
import { sponsoredSignUp, type SponsoredMember, type Sponsorship } from '../domain/budget/sponsored.js';
import { resultOfRow, type RowResult } from '../domain/sign-up-batch/row-result.js';
import { BudgetOverdrawn, type Budgets } from './budgets.js';
import type { RegisterMemberWhenSignedUp } from './register-member-when-signed-up.js';

/** A list of people whom a sponsor pays for. */
export interface SponsoredList {
  readonly sponsorship: Sponsorship;
  readonly members: readonly SponsoredMember[];
  readonly submittedAt: string;
  readonly recordedAt: string | null;
  readonly cause: Cause;
}

export type Enrolled =
  | {
      readonly kind: 'enrolled';
      readonly results: readonly RowResult[];
      readonly budget: Budget;
      /** A natural death is covered by the funeral part alone, since the months are so few. */
      readonly isFuneralOnly: boolean;
    }
  | { readonly kind: 'overdrawn'; readonly budget: Budget };

/**
 * A sponsor or a public budget enrols a list for some months. Who is new takes months of the budget; if these are more
 * than are left, nobody of the list is enrolled.
 */
export class EnrolMembersOfSponsor {
  constructor(
    private readonly budgets: Budgets,
    private readonly registerMember: RegisterMemberWhenSignedUp,
  ) {}

  async handle({ sponsorship, members, submittedAt, recordedAt, cause }: SponsoredList): Promise<Enrolled> {
    const { months } = sponsorship;
    const commands = members.map((member) => {
      return { ...cause, recordedAt, data: sponsoredSignUp(sponsorship, member, submittedAt) };
    });
    const batch = this.budgets.onWritePath(sponsorship, commands, (persons, budget) =>
      decideReservation({ persons, months }, budget),
    );
    try {
      const outcomes = await this.registerMember.handle(batch);
      const results = outcomes.map((outcome, index) =>
        resultOfRow({ row: index + 1, signUpId: members[index]!.signUpId }, outcome),
      );
      return { kind: 'enrolled', results, budget: batch.budget, isFuneralOnly: isFuneralOnly(months) };
    } catch (error) {
      if (error instanceof BudgetOverdrawn) return { kind: 'overdrawn', budget: error.budget };
      throw error;
    }
  }
}
