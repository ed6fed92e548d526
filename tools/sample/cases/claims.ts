import { PROGRAMMES, type Benefit, type Day, type Programme } from '#libs/kernel';
import { apportion } from '../chance/apportion.js';
import { Chance, storyUuid } from '../chance/chance.js';
import type { CohortName } from '../cohorts.js';
import type { Seconds } from '../instants.js';
import type { Story } from '../story.js';
import { accidentOf, type Accident } from './accident.js';
import { caseOf } from './cases.js';
import type { ClaimPeriod } from './claim-periods.js';

/** One benefit of a case, as an adjuster takes it through the claims service. */
export interface PlannedClaim {
  readonly claimId: string;
  /** The person, whose first sign-up led to the membership that is claimed on. */
  readonly person: number;
  readonly programme: Programme;
  readonly benefit: Benefit;
  readonly occurredOn: Day;
  readonly submittedAt: Seconds;
  readonly checkedAt: Seconds;
  readonly decidedAt: Seconds;
  readonly orderedAt: Seconds;
  readonly paidAt: Seconds;
  readonly amountRupiah: number;
  /** The adjuster enters the amount: of savings and pensions that began before the story, and of job loss. */
  readonly isEntered: boolean;
  /** What papers show, as the claims service takes it, where it computes the amount from that. */
  readonly findings: object | null;
}

const COHORT: Readonly<Record<Programme, CohortName>> = {
  JHT: 'old-age-paid',
  JKM: 'died',
  JKK: 'injured',
  JP: 'pensioned',
  JKP: 'laid-off',
};

/** A death pays 20 + 12 million to the heirs and 10 million for the funeral (PP 82/2019). */
const DEATH_GRANT_RUPIAH = 32_000_000;
const FUNERAL_RUPIAH = 10_000_000;

/** What an adjuster enters, around the national mean of 2023; care after an accident varies most. */
const ENTERED: Readonly<
  Record<'JKK' | 'JP' | 'JKP', { medianRupiah: number; spread: number; mostRupiah: number }>
> = {
  JKK: { medianRupiah: 13_000_000, spread: 0.7, mostRupiah: 90_000_000 },
  JP: { medianRupiah: 11_000_000, spread: 0.35, mostRupiah: 30_000_000 },
  JKP: { medianRupiah: 6_600_000, spread: 0.25, mostRupiah: 13_500_000 },
};
const ENTERED_STEP_RUPIAH = 1_000;

const enteredRupiah = (seed: number, programme: keyof typeof ENTERED, rank: number): number => {
  const { medianRupiah, spread, mostRupiah } = ENTERED[programme];
  const drawn = medianRupiah * new Chance(seed, `amount-${programme}`, rank).logNormal(spread);
  return Math.min(mostRupiah, Math.round(drawn / ENTERED_STEP_RUPIAH) * ENTERED_STEP_RUPIAH);
};

/** Savings grew over a working life: they differ widely. */
const SAVINGS_SPREAD = 0.55;

const ranks = (count: number) => Array.from({ length: count }, (_, rank) => rank);

/** Where a period's cases of a programme begin among those of all periods. */
const firstRank = (story: Story, programme: Programme, period: ClaimPeriod): number => {
  const before = story.periods.slice(0, story.periods.indexOf(period));
  return before.reduce((sum, { cases }) => sum + cases[programme], 0);
};

const accidentRupiah = (story: Story, rank: number): number => {
  const accident = accidentOf(story, rank);
  return accident.benefit === 'accident-income'
    ? accident.amountRupiah
    : enteredRupiah(story.seed, 'JKK', rank);
};

const amountsOf = (story: Story, programme: Exclude<Programme, 'JHT'>, period: ClaimPeriod): number[] => {
  const from = firstRank(story, programme, period);
  return ranks(period.cases[programme]).map((rank) =>
    programme === 'JKM'
      ? DEATH_GRANT_RUPIAH + FUNERAL_RUPIAH
      : programme === 'JKK'
        ? accidentRupiah(story, from + rank)
        : enteredRupiah(story.seed, programme, from + rank),
  );
};

/** Savings make up what is left of the period's total, to the last rupiah. */
const savingsOf = (story: Story, period: ClaimPeriod): number[] => {
  const others = PROGRAMMES.filter((programme) => programme !== 'JHT').flatMap((programme) =>
    amountsOf(story, programme, period),
  );
  const left = period.totalRupiah - others.reduce((sum, amount) => sum + amount, 0);
  const from = firstRank(story, 'JHT', period);
  const weights = ranks(period.cases.JHT).map((rank) =>
    new Chance(story.seed, 'amount-JHT', from + rank).logNormal(SAVINGS_SPREAD),
  );
  return apportion(left, weights);
};

type Part = Pick<PlannedClaim, 'benefit' | 'amountRupiah' | 'isEntered' | 'findings'>;

/** Care is paid in full, by receipts: those of the story come to its amount. */
const accidentPart = (accident: Accident, amountRupiah: number): Part => {
  const computed = { benefit: accident.benefit, amountRupiah, isEntered: false };
  if (accident.benefit === 'accident-care')
    return { ...computed, findings: { care: { medical: amountRupiah } } };
  const { from, through } = accident;
  return { ...computed, findings: { inability: { inabilityFrom: from, from, through } } };
};

const partsOf = (story: Story, programme: Programme, rank: number, amountRupiah: number): readonly Part[] => {
  const entered = (benefit: Benefit): Part[] => [{ benefit, amountRupiah, isEntered: true, findings: null }];
  switch (programme) {
    case 'JKM':
      return [
        { benefit: 'death-grant', amountRupiah: DEATH_GRANT_RUPIAH, isEntered: false, findings: null },
        { benefit: 'funeral', amountRupiah: FUNERAL_RUPIAH, isEntered: false, findings: null },
      ];
    case 'JKK':
      return [accidentPart(accidentOf(story, rank), amountRupiah)];
    case 'JHT':
      return entered('old-age');
    case 'JP':
      return entered('pension');
    case 'JKP':
      return entered('job-loss');
  }
};

const STEP_SECONDS = 1_800;
/** One death makes two. */
const PARTS_MAX = 2;

function* claimsOfCase(
  story: Story,
  programme: Programme,
  rank: number,
  amount: number,
): Generator<PlannedClaim> {
  const { occurredOn, submittedAt, decidedAt, paidAt } = caseOf(story.seed, story.periods, programme, rank);
  const { first } = story.cohorts.find(({ name }) => name === COHORT[programme])!;
  const person = first + rank;
  for (const [index, part] of partsOf(story, programme, rank, amount).entries()) {
    yield {
      ...part,
      claimId: storyUuid(story.seed, 'claim', person * PARTS_MAX + index, submittedAt * 1_000),
      person,
      programme,
      occurredOn,
      submittedAt,
      checkedAt: submittedAt + STEP_SECONDS,
      decidedAt,
      orderedAt: decidedAt + STEP_SECONDS,
      paidAt,
    };
  }
}

/** All claims of a story, period by period and programme by programme. */
export function* claimsOf(story: Story): Generator<PlannedClaim> {
  for (const period of story.periods) {
    for (const programme of PROGRAMMES) {
      const amounts = programme === 'JHT' ? savingsOf(story, period) : amountsOf(story, programme, period);
      const from = firstRank(story, programme, period);
      for (const [rank, amount] of amounts.entries())
        yield* claimsOfCase(story, programme, from + rank, amount);
    }
  }
}

/** A membership that ends, with the person whose first sign-up led to it. */
export type PlannedEnding = { readonly person: number } & NonNullable<ReturnType<Story['life']>['ending']>;

/** Memberships that end by a death or a claim. */
export function* endingsOf(story: Story): Generator<PlannedEnding> {
  for (const { name, first, count } of story.cohorts) {
    if (!Object.values(COHORT).includes(name)) continue;
    for (let person = first; person < first + count; person += 1) {
      const { ending } = story.life(person);
      if (ending !== null) yield { person, ...ending };
    }
  }
}
