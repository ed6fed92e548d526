import { addDays, assertNever, type Day, type PayerKind } from '#libs/kernel';

/** Days for which a contribution was received that nobody has taken back. */
export interface PaidDays {
  readonly contributionId: string;
  readonly from: Day;
  readonly through: Day;
  readonly payer: PayerKind;
  /** Of a contest alone: it ends by itself. */
  readonly isEventCover: boolean;
}

/** What contribution has said of one membership. */
export interface Standing {
  readonly paid: readonly PaidDays[];
  /** From this day on it is lapsed; `null` while it is not, or is no longer. */
  readonly lapsedOn: Day | null;
}

export type StandingFact =
  | ({ readonly type: 'ContributionPaid' } & PaidDays)
  | { readonly type: 'ContributionReversed'; readonly contributionId: string }
  | { readonly type: 'MembershipLapsed'; readonly lapsedOn: Day }
  | { readonly type: 'MembershipRevived' };

export const neverPaid: Standing = { paid: [], lapsedOn: null };

/** Two years ahead may be paid month by month. What is older says nothing of today, also when it is taken back. */
const KEPT_MAX = 30;

const latest = (paid: readonly PaidDays[]): readonly PaidDays[] =>
  paid.length <= KEPT_MAX
    ? paid
    : paid.toSorted((a, b) => (a.through < b.through ? -1 : a.through > b.through ? 1 : 0)).slice(-KEPT_MAX);

export const evolveStanding = (standing: Standing, fact: StandingFact): Standing => {
  switch (fact.type) {
    case 'ContributionPaid': {
      const { type: _, ...days } = fact;
      return { ...standing, paid: latest([...standing.paid, days]) };
    }
    case 'ContributionReversed':
      return {
        ...standing,
        paid: standing.paid.filter(({ contributionId }) => contributionId !== fact.contributionId),
      };
    case 'MembershipLapsed':
      return { ...standing, lapsedOn: fact.lapsedOn };
    case 'MembershipRevived':
      return { ...standing, lapsedOn: null };
    default:
      return assertNever(fact);
  }
};

/** Those of the paid days that end last; `null` where nothing is paid. */
export const lastPaid = ({ paid }: Standing): PaidDays | null =>
  paid.reduce<PaidDays | null>(
    (last, days) => (last === null || days.through > last.through ? days : last),
    null,
  );

/** Where a membership stands: what became of it since it was registered. */
export type Stage = 'registered' | 'active' | 'in-arrears' | 'lapsed' | 'ended';

/**
 * The stage on a day: registered until the first paid day, active while paid, then in arrears until it lapses.
 * @param endedOn the first day on which the membership no longer is
 */
export const stageOn = (standing: Standing, endedOn: Day | null, day: Day): Stage => {
  if (endedOn !== null && endedOn <= day) return 'ended';
  if (standing.paid.some(({ from, through }) => from <= day && day <= through)) return 'active';
  if (standing.lapsedOn !== null && standing.lapsedOn <= day) return 'lapsed';
  return standing.paid.some(({ through }) => through < day) ? 'in-arrears' : 'registered';
};

/** Whether every day from the first through the last is paid. */
export const isPaidThroughout = ({ paid }: Standing, from: Day, through: Day): boolean => {
  const firstUnpaid = paid
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .reduce((day, days) => (days.from <= day && days.through >= day ? addDays(days.through, 1) : day), from);
  return firstUnpaid > through;
};
