import type { ChannelKind, Programme } from '#libs/kernel';
import { Lots, type Chance } from '../chance/chance.js';
import { JOBS, RURAL_JOBS, SPONSORED_JOBS, TRADES, type Job } from './jobs.js';
import type { Enrolment } from '../lives/life.js';
import { bpuMonthRupiah, PU_WAGE_STEP_RUPIAH, puMonthRupiah } from '../money/rates.js';

/** What a person does and earns, which programmes that leads to, and what a month of them costs. */
export interface Means {
  readonly occupations: readonly string[];
  readonly incomeRupiah: number;
  readonly programmes: readonly Programme[];
  readonly monthRupiah: number;
  readonly channel: ChannelKind;
}

const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));
const inSteps = (value: number, step: number) => Math.round(value / step) * step;

const WAGE_LEAST_RUPIAH = 2_000_000;
/** The pension programme had a wage ceiling of Rp9,077,600 in 2022; nobody of the sample reaches it. */
const WAGE_MOST_RUPIAH = 9_000_000;
const WAGE_SPREAD = 0.28;

const PU_PROGRAMMES = new Lots<readonly Programme[]>([
  [['JKK', 'JKM', 'JHT'], 68],
  [['JKK', 'JKM', 'JHT', 'JP'], 32],
]);

const employed = (stated: readonly Programme[] | null, chance: Chance): Means => {
  const [occupation, median] = TRADES.draw(chance);
  const wage = inSteps(median * chance.logNormal(WAGE_SPREAD), PU_WAGE_STEP_RUPIAH);
  const incomeRupiah = clamp(wage, WAGE_LEAST_RUPIAH, WAGE_MOST_RUPIAH);
  const drawn = PU_PROGRAMMES.draw(chance);
  const programmes = stated ?? drawn;
  return {
    occupations: [occupation],
    incomeRupiah,
    programmes,
    monthRupiah: puMonthRupiah(incomeRupiah, programmes),
    channel: 'employer',
  };
};

/** The least that a self-employed person may declare. */
const INCOME_LEAST_RUPIAH = 1_000_000;
const INCOME_MOST_RUPIAH = 8_900_000;
const INCOME_STEP_RUPIAH = 50_000;
const INCOME_SPREAD = 0.3;
const SECOND_JOB_SHARE = 0.04;
const SAVES_FROM_RUPIAH = 1_500_000;

const selfPaid = (jobs: Lots<Job>, chance: Chance): Means => {
  const { occupation, medianIncomeRupiah, channels } = jobs.draw(chance);
  const income = inSteps(medianIncomeRupiah * chance.logNormal(INCOME_SPREAD), INCOME_STEP_RUPIAH);
  const incomeRupiah = clamp(income, INCOME_LEAST_RUPIAH, INCOME_MOST_RUPIAH);
  const saves = chance.happens(incomeRupiah < SAVES_FROM_RUPIAH ? 0.2 : 0.42);
  const programmes: readonly Programme[] = saves ? ['JKK', 'JKM', 'JHT'] : ['JKK', 'JKM'];
  const second = jobs.draw(chance).occupation;
  const hasTwo = chance.happens(SECOND_JOB_SHARE) && second !== occupation;
  return {
    occupations: hasTwo ? [occupation, second] : [occupation],
    incomeRupiah,
    programmes,
    monthRupiah: bpuMonthRupiah(incomeRupiah, programmes),
    channel: channels.draw(chance),
  };
};

/** Who does not pay alone is registered with the least income and the two programmes. */
const paidFor = (jobs: Lots<Job>, channel: ChannelKind | null, chance: Chance): Means => {
  const { occupation, channels } = jobs.draw(chance);
  const programmes = ['JKK', 'JKM'] as const;
  return {
    occupations: [occupation],
    incomeRupiah: INCOME_LEAST_RUPIAH,
    programmes,
    monthRupiah: bpuMonthRupiah(INCOME_LEAST_RUPIAH, programmes),
    channel: channel ?? channels.draw(chance),
  };
};

/** The means that go with an enrolment. */
export const meansFor = (
  { segment, payer, event, campaign, home, programmes }: Enrolment,
  chance: Chance,
): Means => {
  if (segment === 'PU') return employed(programmes, chance);
  if (event !== null) return paidFor(JOBS, 'event', chance);
  if (payer !== 'self') return paidFor(SPONSORED_JOBS, null, chance);
  const means = selfPaid(home === 'around' ? RURAL_JOBS : JOBS, chance);
  return campaign === null ? means : { ...means, channel: 'event' };
};
