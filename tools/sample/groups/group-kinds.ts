import { addMonths, monthsBetween, type Month, type PayerKind } from '#libs/kernel';
import { Chance, Lots } from '../chance/chance.js';
import { BUDGET, GROUP_PAYROLL, type Gateway } from '../money/gateways.js';
import type { Group } from './groups.js';
import { STORY_DAY } from '../instants.js';

/** How a kind of group comes about. */
interface Kind {
  readonly purpose: string;
  readonly code: string;
  readonly name: string;
  readonly payer: PayerKind;
  readonly gateway: Gateway;
  readonly sizes: Lots<readonly [least: number, most: number]>;
  readonly firstMonths: Lots<Month>;
  readonly months: Lots<number>;
  /** How often it pays: until the story's month is covered, or once. */
  readonly pays: 'until-the-end' | 'once';
}

const monthsFrom = (from: Month, through: Month): Month[] =>
  Array.from({ length: monthsBetween(from, through) + 1 }, (_, index) => addMonths(from, index));
const each = (months: readonly Month[], weight: number) => months.map((month) => [month, weight] as const);

const EMPLOYERS: Kind = {
  purpose: 'employers',
  code: 'NPP',
  name: 'Usaha Contoh',
  payer: 'employer',
  gateway: GROUP_PAYROLL,
  sizes: new Lots([
    [[4, 15], 40],
    [[16, 60], 36],
    [[61, 140], 18],
    [[141, 260], 6],
  ]),
  firstMonths: new Lots([
    ...each(monthsFrom('2022-10', '2023-01'), 11),
    ...each(monthsFrom('2023-02', '2024-12'), 2.6),
  ]),
  months: new Lots([
    [12, 82],
    [6, 14],
    [3, 4],
  ]),
  pays: 'until-the-end',
};

const SPONSORS: Kind = {
  purpose: 'sponsors',
  code: 'BUDGET',
  name: 'Anggaran Contoh',
  payer: 'government',
  gateway: BUDGET,
  sizes: new Lots([
    [[30, 120], 60],
    [[121, 280], 40],
  ]),
  firstMonths: new Lots([
    ['2022-10', 2],
    ['2023-01', 5],
    ['2023-07', 2],
    ['2024-01', 4],
    ['2024-07', 2],
    ['2024-12', 1],
  ]),
  months: new Lots([
    [12, 92],
    [6, 8],
  ]),
  pays: 'until-the-end',
};

/** Tobacco excise shares pay for two to seven months of a year. */
const GRANTS: Kind = {
  ...SPONSORS,
  purpose: 'grants',
  code: 'DBHCHT',
  name: 'Hibah Contoh',
  firstMonths: new Lots([
    ['2023-03', 1],
    ['2023-08', 1],
    ['2024-02', 1],
  ]),
  months: new Lots([
    [2, 1],
    [3, 1],
    [6, 1],
    [7, 1],
  ]),
  pays: 'once',
};

const STORY_MONTH = STORY_DAY.slice(0, 7);

const paymentsOf = (kind: Kind, from: Month, months: number): number =>
  kind.pays === 'once' ? 1 : Math.floor(monthsBetween(from, STORY_MONTH) / months) + 1;

const numbered = (text: string, number: number) => `${text}${String(number).padStart(6, '0')}`;

const groupsOf = (kind: Kind, seed: number, first: number, count: number): Group[] => {
  const groups: Group[] = [];
  for (let filled = 0; filled < count;) {
    const chance = new Chance(seed, kind.purpose, groups.length);
    const size = Math.min(chance.between(...kind.sizes.draw(chance)), count - filled);
    const from = kind.firstMonths.draw(chance);
    const months = kind.months.draw(chance);
    groups.push({
      code: numbered(kind.code, groups.length + 1),
      name: `${kind.name} ${groups.length + 1}`,
      payer: kind.payer,
      gateway: kind.gateway,
      first: first + filled,
      count: size,
      from,
      months,
      payments: paymentsOf(kind, from, months),
      contest: null,
    });
    filled += size;
  }
  return groups;
};

export const employerGroups = (seed: number, first: number, count: number) =>
  groupsOf(EMPLOYERS, seed, first, count);
export const sponsorGroups = (seed: number, first: number, count: number) =>
  groupsOf(SPONSORS, seed, first, count);
export const grantGroups = (seed: number, first: number, count: number) =>
  groupsOf(GRANTS, seed, first, count);

/** Contests in Kecamatan Banjarsari, which began with them in 2024. */
const CONTESTS = [
  { name: 'Lomba Kecamatan Banjarsari', from: '2024-05-18', through: '2024-05-19' },
  { name: 'Banjarsari Fun Run', from: '2024-11-14', through: '2024-11-16' },
];

/** The participants of the two contests, half of them each; the organiser pays once for all of a contest. */
export const contestGroups = (code: string, first: number, count: number): Group[] => {
  const half = Math.floor(count / 2);
  return CONTESTS.map((contest, index) => ({
    code: `${code}-${index + 1}`,
    name: contest.name,
    payer: 'organiser' as const,
    gateway: BUDGET,
    first: first + (index === 0 ? 0 : half),
    count: index === 0 ? half : count - half,
    from: null,
    months: 1,
    payments: 1,
    contest,
  })).filter((group) => group.count > 0);
};
