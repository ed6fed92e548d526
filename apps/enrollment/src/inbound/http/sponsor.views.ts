import type { Enrolled } from '../../use-cases/enrol-members-of-sponsor.js';
import type { Sponsor } from '../../use-cases/budgets.js';
import type { BudgetAnswer, SponsoredAnswer } from './sponsor.answers.js';

/** The person-months of a sponsor as they are shown. */
export const budgetAnswer = (
  sponsor: string,
  budget: Sponsor['budget'],
): BudgetAnswer & Record<string, unknown> => ({
  sponsor,
  granted: budget?.granted ?? null,
  reserved: budget?.reserved ?? 0,
  left: budget === null ? 0 : Math.max(0, budget.granted - budget.reserved),
});

/** What became of a list, as it is shown. */
export const sponsoredAnswer = (
  sponsor: string,
  { results, budget, isFuneralOnly }: Extract<Enrolled, { readonly kind: 'enrolled' }>,
): SponsoredAnswer => {
  const accepted = results.filter((one) => one.status === 'accepted');
  const enrolled = accepted.filter(({ outcome }) => outcome === 'registered').length;
  return {
    ...budgetAnswer(sponsor, budget),
    enrolled,
    alreadyMember: accepted.length - enrolled,
    refused: results.length - accepted.length,
    warnings: isFuneralOnly ? ['funeral-only'] : [],
    members: results,
  };
};
