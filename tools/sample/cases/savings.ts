import { addMonths, ageOn, monthOf, type Day, type Month } from '#libs/kernel';
import { apportion } from '../chance/apportion.js';
import { Chance } from '../chance/chance.js';
import { dayOf } from '../instants.js';
import { meansOf } from '../messages/sign-up-message.js';
import { balanceRupiah, type Saving } from '../money/balance.js';
import { puSavedRupiah } from '../money/rates.js';
import type { Story } from '../story.js';
import { caseOf } from './cases.js';
import { claimantOf } from './claimants.js';

type Fund = 'JHT' | 'JP';

/** Savings of a case: those of the years before the story, by a statement, and what they come to with the story's own. */
export interface Savings {
  readonly broughtForward: Saving;
  readonly amountRupiah: number;
}

interface Saver {
  readonly contributed: readonly Saving[];
  /** The first month of which the story has contributions. */
  readonly since: Month;
  /** The last month that savings earn in: the one before the event. */
  readonly until: Month;
}

const saving = (story: Story, fund: Fund, rank: number): Saver => {
  const person = claimantOf(story, fund, rank);
  const { occurredOn, submittedAt } = caseOf(story.seed, story.periods, fund, rank);
  const stated = story.life(person).enrolments[0]!;
  const monthRupiah = puSavedRupiah(meansOf(story, person, 0, stated).incomeRupiah, fund);
  const contributed = stated.terms
    .filter(({ settledAt }) => dayOf(settledAt) <= dayOf(submittedAt))
    .map(({ settledAt, months }) => ({
      month: monthOf(dayOf(settledAt)),
      amountRupiah: months * monthRupiah,
    }));
  return { contributed, since: monthOf(stated.startsOn), until: addMonths(monthOf(occurredOn), -1) };
};

/** What a statement says of a month has all in it that came by then. */
const cameTo = ({ contributed, until }: Saver, brought: Saving): Savings => {
  const later = contributed.filter(({ month }) => month > brought.month);
  return { broughtForward: brought, amountRupiah: balanceRupiah([brought, ...later], until) };
};

/** What shows how much a rupiah that was brought forward has become. */
const MUCH_RUPIAH = 1_000_000_000;

/** With the largest balance brought forward with which the savings come to no more than this. */
const atMost = (saver: Saver, month: Month, mostRupiah: number): Savings => {
  const comesTo = (rupiah: number) => cameTo(saver, { month, amountRupiah: rupiah }).amountRupiah;
  const without = comesTo(0);
  const becomes = (comesTo(MUCH_RUPIAH) - without) / MUCH_RUPIAH;
  let brought = Math.max(0, Math.floor((mostRupiah - without) / becomes));
  while (brought > 0 && comesTo(brought) > mostRupiah) brought -= 1;
  while (comesTo(brought + 1) <= mostRupiah) brought += 1;
  return cameTo(saver, { month, amountRupiah: brought });
};

/** Savings grew over a working life: they differ widely. */
const SPREAD = 0.55;

/**
 * Old age savings of cases that follow each other, which come to the total to the last rupiah. Yields are rounded, so not
 * every sum can be reached: what one case misses the next one makes up for, and the last has a statement of the very month
 * before the event, behind which nothing earns.
 */
export const oldAgeSavings = (story: Story, ranks: readonly number[], totalRupiah: number): Savings[] => {
  const weights = ranks.map((rank) => new Chance(story.seed, 'amount-JHT', rank).logNormal(SPREAD));
  let missed = 0;
  return apportion(totalRupiah, weights).map((rupiah, index) => {
    const saver = saving(story, 'JHT', ranks[index]!);
    const month = index === ranks.length - 1 ? saver.until : addMonths(saver.since, -1);
    const savings = atMost(saver, month, rupiah + missed);
    missed += rupiah - savings.amountRupiah;
    return savings;
  });
};

/** Savings of a pension that is paid at once, with so much from the years before the story. */
export const pensionSavings = (story: Story, rank: number, broughtRupiah: number): Savings => {
  const saver = saving(story, 'JP', rank);
  return cameTo(saver, { month: addMonths(saver.since, -1), amountRupiah: broughtRupiah });
};

const PAID_FULL_AT = 56;
const STOPPED = ['resigned', 'laid-off', 'contract-ended'] as const;

const whyPaid = (story: Story, rank: number, birthDate: Day, occurredOn: Day): string =>
  ageOn(birthDate, occurredOn) >= PAID_FULL_AT
    ? 'age'
    : new Chance(story.seed, 'why-JHT', rank).pick(STOPPED);

/** What papers show of the savings, as the claims service takes it. */
export const savingsFindings = (story: Story, fund: Fund, rank: number, savings: Savings): object => {
  const { birthDate } = story.who(claimantOf(story, fund, rank));
  const { occurredOn } = caseOf(story.seed, story.periods, fund, rank);
  const { month: through, amountRupiah } = savings.broughtForward;
  const broughtForward = { amountRupiah, through };
  return fund === 'JP'
    ? { pension: { why: 'retired', birthDate, broughtForward } }
    : { savings: { why: whyPaid(story, rank, birthDate, occurredOn), birthDate, broughtForward } };
};
