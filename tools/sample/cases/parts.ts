import { PROGRAMMES, type Benefit, type Programme } from '#libs/kernel';
import { Chance } from '../chance/chance.js';
import type { Story } from '../story.js';
import { accidentOf } from './accident.js';
import type { ClaimPeriod } from './claim-periods.js';
import { oldAgeSavings, pensionSavings, savingsFindings, type Savings } from './savings.js';

/** What one claim of a case is for, and what it comes to. */
export interface Part {
  readonly benefit: Benefit;
  readonly amountRupiah: number;
  /** The adjuster enters the amount, which no rule computes: of job loss. */
  readonly isEntered: boolean;
  /** What papers show, as the claims service takes it, where it computes the amount from that. */
  readonly findings: object | null;
}

/** A death pays 20 + 12 million to the heirs and 10 million for the funeral (PP 82/2019). */
const DEATH_GRANT_RUPIAH = 32_000_000;
const FUNERAL_RUPIAH = 10_000_000;

/** What is drawn, around the national mean of 2023 with what is saved in the story; care after an accident varies most. */
const DRAWN: Readonly<
  Record<'JKK' | 'JP' | 'JKP', { medianRupiah: number; spread: number; mostRupiah: number }>
> = {
  JKK: { medianRupiah: 13_000_000, spread: 0.7, mostRupiah: 90_000_000 },
  JP: { medianRupiah: 8_500_000, spread: 0.4, mostRupiah: 30_000_000 },
  JKP: { medianRupiah: 6_600_000, spread: 0.25, mostRupiah: 13_500_000 },
};
const DRAWN_STEP_RUPIAH = 1_000;

const drawnRupiah = (seed: number, programme: keyof typeof DRAWN, rank: number): number => {
  const { medianRupiah, spread, mostRupiah } = DRAWN[programme];
  const drawn = medianRupiah * new Chance(seed, `amount-${programme}`, rank).logNormal(spread);
  return Math.min(mostRupiah, Math.round(drawn / DRAWN_STEP_RUPIAH) * DRAWN_STEP_RUPIAH);
};

const computed = (benefit: Benefit, amountRupiah: number, findings: object | null = null): Part => ({
  benefit,
  amountRupiah,
  isEntered: false,
  findings,
});

/** Care is paid in full, by receipts: those of the story come to its amount. */
const accidentPart = (story: Story, rank: number): Part => {
  const accident = accidentOf(story, rank);
  if (accident.benefit === 'accident-care') {
    const medical = drawnRupiah(story.seed, 'JKK', rank);
    return computed(accident.benefit, medical, { care: { medical } });
  }
  const { from, through, amountRupiah } = accident;
  return computed(accident.benefit, amountRupiah, { inability: { inabilityFrom: from, from, through } });
};

const savingsPart = (story: Story, fund: 'JHT' | 'JP', rank: number, savings: Savings): Part =>
  computed(
    fund === 'JHT' ? 'old-age' : 'pension',
    savings.amountRupiah,
    savingsFindings(story, fund, rank, savings),
  );

/** The claims of one case, of any programme but old age. */
const partsOfCase = (story: Story, programme: Exclude<Programme, 'JHT'>, rank: number): readonly Part[] => {
  switch (programme) {
    case 'JKM':
      return [computed('death-grant', DEATH_GRANT_RUPIAH), computed('funeral', FUNERAL_RUPIAH)];
    case 'JKK':
      return [accidentPart(story, rank)];
    case 'JP': {
      const savings = pensionSavings(story, rank, drawnRupiah(story.seed, 'JP', rank));
      return [savingsPart(story, 'JP', rank, savings)];
    }
    case 'JKP': {
      const amountRupiah = drawnRupiah(story.seed, 'JKP', rank);
      return [{ benefit: 'job-loss', amountRupiah, isEntered: true, findings: null }];
    }
  }
};

/** The ranks of a period's cases among all of the programme. */
export const ranksOf = (story: Story, programme: Programme, period: ClaimPeriod): number[] => {
  const before = story.periods.slice(0, story.periods.indexOf(period));
  const first = before.reduce((sum, { cases }) => sum + cases[programme], 0);
  return Array.from({ length: period.cases[programme] }, (_, index) => first + index);
};

/** The claims of each of a period's cases, by programme; old age savings make up what the others leave of the total. */
export const partsIn = (
  story: Story,
  period: ClaimPeriod,
): ReadonlyMap<Programme, readonly (readonly Part[])[]> => {
  const parts = new Map<Programme, readonly (readonly Part[])[]>();
  for (const programme of PROGRAMMES) {
    if (programme === 'JHT') continue;
    const ranks = ranksOf(story, programme, period);
    parts.set(
      programme,
      ranks.map((rank) => partsOfCase(story, programme, rank)),
    );
  }
  const others = [...parts.values()].flat(2).reduce((sum, { amountRupiah }) => sum + amountRupiah, 0);
  const ranks = ranksOf(story, 'JHT', period);
  const savings = oldAgeSavings(story, ranks, period.totalRupiah - others);
  parts.set(
    'JHT',
    savings.map((one, index) => [savingsPart(story, 'JHT', ranks[index]!, one)]),
  );
  return parts;
};
