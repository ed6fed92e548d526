import type { Cause } from '#libs/contracts';
import { decideReservation, isFuneralOnly, type Budget } from '../domain/budget/budget.js';
import {
  isEligible,
  sponsoredSignUp,
  type SponsoredMember,
  type Sponsorship,
} from '../domain/budget/sponsored.js';
import {
  resultOfFlaw,
  resultOfRow,
  type RowFlaw,
  type RowResult,
} from '../domain/sign-up-batch/row-result.js';
import { BudgetOverdrawn, type Budgets } from './budgets.js';
import type { RegisterMemberWhenSignedUp } from './register-member-when-signed-up.js';
import type { SignUpCommand, SignUpOutcome } from './sign-ups.js';

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

const NOT_PAID_FOR: RowFlaw = { status: 'refused', reasons: ['not-of-sponsor'], fields: [] };

const commandsFor = (
  { sponsorship, submittedAt, recordedAt, cause }: SponsoredList,
  members: readonly SponsoredMember[],
): SignUpCommand[] =>
  members.map((member) => ({
    ...cause,
    recordedAt,
    data: sponsoredSignUp(sponsorship, member, submittedAt),
  }));

/** For each on the list, in order, what became of the sign-up, or that there was none. */
const resultsOf = (
  members: readonly SponsoredMember[],
  outcomes: ReadonlyMap<SponsoredMember, SignUpOutcome>,
): readonly RowResult[] =>
  members.map((member, index) => {
    const row = { row: index + 1, signUpId: member.signUpId };
    const outcome = outcomes.get(member);
    return outcome === undefined ? resultOfFlaw(row, NOT_PAID_FOR) : resultOfRow(row, outcome);
  });

/**
 * A sponsor or a public budget enrols a list for some months: those whom it pays for. Who is new takes months of the budget; if these are more
 * than are left, nobody of the list is enrolled.
 */
export class EnrolMembersOfSponsor {
  constructor(
    private readonly budgets: Budgets,
    private readonly registerMember: RegisterMemberWhenSignedUp,
  ) {}

  async handle(list: SponsoredList): Promise<Enrolled> {
    const { sponsorship, members } = list;
    const { months, eligible } = sponsorship;
    const paidFor = members.filter((member) => isEligible(eligible, member));
    const batch = this.budgets.onWritePath(sponsorship, commandsFor(list, paidFor), (persons, budget) =>
      decideReservation({ persons, months }, budget),
    );
    try {
      const outcomes = await this.registerMember.handle(batch);
      const results = resultsOf(members, new Map(paidFor.map((one, index) => [one, outcomes[index]!])));
      return { kind: 'enrolled', results, budget: batch.budget, isFuneralOnly: isFuneralOnly(months) };
    } catch (error) {
      if (error instanceof BudgetOverdrawn) return { kind: 'overdrawn', budget: error.budget };
      throw error;
    }
  }
}
