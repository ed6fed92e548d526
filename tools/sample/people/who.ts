import { addDays, type Day } from '#libs/kernel';
import type { Chance } from '../chance/chance.js';
import type { CohortName } from '../cohorts.js';
import { nameOf } from './names.js';
import { birthYearOf, nikOf, type Sex } from './nik.js';

/** An invented person. */
export interface Who {
  readonly nik: string;
  readonly fullName: string;
  readonly birthDate: Day;
  readonly sex: Sex;
  readonly mobile: string | null;
  readonly address: string | null;
}

/** Ages in the year of the first sign-up, least and most; the least ones carry their reason. */
const AGES: Readonly<Partial<Record<CohortName, readonly [least: number, most: number]>>> = {
  'old-age-paid': [44, 60],
  pensioned: [59, 62], // pension age was 58 in those years, and who turns 59 in a year has reached it
  died: [36, 62],
  employed: [19, 55],
  'laid-off': [21, 50],
  'two-segments': [20, 58], // the second sign-up, as self-employed, may come two years later and must be under 65
};
const USUAL_AGES = [18, 62] as const;

/** Most members are between the ends: the mean of two draws. */
const ageIn = ([least, most]: readonly [number, number], chance: Chance): number =>
  Math.round((chance.between(least, most) + chance.between(least, most)) / 2);

const DAYS_OF_YEAR = 365;

/** Born in a year of the person's class, so that the NIK is the person's alone. */
const bornIn = (person: number, year: number, cohort: CohortName, chance: Chance): Day => {
  const ages = AGES[cohort] ?? USUAL_AGES;
  const birthYear = birthYearOf(person, year - ages[1] - 1, year - ageIn(ages, chance));
  return addDays(`${birthYear}-01-01`, chance.between(0, DAYS_OF_YEAR - 1));
};

const FEMALE_SHARE = 0.44;
const MOBILE_SHARE = 0.7;
const ADDRESS_SHARE = 0.6;

const STREETS = (
  'Slamet Riyadi,Adi Sucipto,Veteran,Urip Sumoharjo,Gajah Mada,Diponegoro,Sudirman,Ahmad Yani,Kartini,Honggowongso,' +
  'Yos Sudarso,Kapten Mulyadi,Sutan Syahrir,Monginsidi,Samanhudi,Rajiman,Kebangkitan Nasional,Menteri Supeno'
).split(',');

/** Numbers of a block that no operator has given out. */
const mobileOf = (person: number) => `+628000${String(person).padStart(7, '0')}`;

/** Who a person of the story is: the same whatever happens to the person. `year`: that of the first sign-up. */
export const whoIs = (
  person: number,
  { cohort, year, population = 0 }: { cohort: CohortName; year: number; population?: number },
  chance: Chance,
): Who => {
  const sex: Sex = chance.happens(FEMALE_SHARE) ? 'female' : 'male';
  const birthDate = bornIn(person, year, cohort, chance);
  return {
    nik: nikOf(person, { birthDate, sex }, chance, population),
    fullName: nameOf(sex, chance),
    birthDate,
    sex,
    mobile: chance.happens(MOBILE_SHARE) ? mobileOf(person) : null,
    address: chance.happens(ADDRESS_SHARE) ? `Jl. ${chance.pick(STREETS)} ${chance.between(1, 199)}` : null,
  };
};
