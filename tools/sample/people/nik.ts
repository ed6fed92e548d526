import type { Day } from '#libs/kernel';
import type { Chance } from '../chance/chance.js';

export type Sex = 'female' | 'male';

/** Groups that share no code: districts of first registration, the one that most were born in first, Solo's own as long as there are any. */
const DISTRICT_GROUPS: readonly (readonly string[])[] = [
  ['337201', '331101', '331102', '331201', '331202', '331301', '331401', '331402', '330901'],
  ['337202', '331103', '331104', '331203', '331204', '331302', '331403', '331404', '331001'],
  ['337203', '331105', '331106', '331205', '331206', '331303', '331405', '331406', '330902'],
  ['337204', '331107', '331108', '331207', '331208', '331304', '331407', '331408', '331002'],
  ['337205', '331109', '331110', '331209', '331210', '331305', '331409', '331410', '330903'],
  ['331111', '331112', '331211', '331212', '331306', '331411', '331412', '330904', '331003'],
  ['331307', '331308', '331213', '331214', '331309', '331413', '331414', '330905', '331004'],
];
const BORN_IN_THE_FIRST_SHARE = 0.62;

/**
 * Real serial numbers count the registrations of one birth date in one district, a handful: none comes near this,
 * so no number of the sample can be that of a real person.
 */
const SERIAL_FROM = 3_000;
const SERIALS = 7_000;
/** Birth years are kept apart by their rest, so that equal serials of one district never meet. */
const YEAR_CLASSES = 4;
const SLOTS = YEAR_CLASSES * DISTRICT_GROUPS.length;
/** How many persons one population may have before its numbers repeat. */
export const NIK_CAPACITY = SERIALS * SLOTS;

const slotOf = (person: number) => Math.floor(person / SERIALS);

/** A birth year of the person's own class, at or below the drawn one where the range allows, else above. */
export const birthYearOf = (person: number, leastYear: number, drawnYear: number): number => {
  const back = (drawnYear - slotOf(person) + YEAR_CLASSES * 1_000) % YEAR_CLASSES;
  const year = drawnYear - back;
  return year < leastYear ? year + YEAR_CLASSES : year;
};

const FEMALE_DAY_OFFSET = 40;
const two = (value: number) => String(value).padStart(2, '0');

/**
 * The NIK of a person of the sample: 16 digits, the date that of the birth date (women's day plus forty), and no
 * other person of the same population has it. `populations` above 0 move to other provinces.
 */
export const nikOf = (
  person: number,
  { birthDate, sex }: { birthDate: Day; sex: Sex },
  chance: Chance,
  population = 0,
): string => {
  const [year, month, day] = birthDate.split('-').map(Number) as [number, number, number];
  const codes = DISTRICT_GROUPS[Math.floor(slotOf(person) / YEAR_CLASSES) % DISTRICT_GROUPS.length]!;
  const district = chance.happens(BORN_IN_THE_FIRST_SHARE) ? codes[0]! : chance.pick(codes);
  const dayField = sex === 'female' ? day + FEMALE_DAY_OFFSET : day;
  const serial = SERIAL_FROM + (person % SERIALS);
  return `${movedTo(district, population)}${two(dayField)}${two(month)}${two(year % 100)}${serial}`;
};

/** Provinces of other populations: none of them is that of the story. */
const OTHER_PROVINCES = [
  11, 12, 13, 14, 15, 16, 17, 18, 19, 21, 31, 32, 34, 35, 36, 51, 52, 53, 61, 62, 63, 64, 71, 72, 73,
];

const movedTo = (district: string, population: number): string => {
  if (population === 0) return district;
  const province = OTHER_PROVINCES[(population - 1) % OTHER_PROVINCES.length]!;
  return `${province}${district.slice(2)}`;
};
