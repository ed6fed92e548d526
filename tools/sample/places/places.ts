import { Lots, type Chance } from '../chance/chance.js';

interface Kabupaten {
  readonly code: string;
  readonly districts: number;
  /** Districts whose first village is a kelurahan; elsewhere it is a desa. */
  readonly urbanDistricts: readonly number[];
}

/** The four kabupaten of the Surakarta branch. Sukoharjo adjoins the city. */
const AROUND = new Lots<Kabupaten>([
  [{ code: '33.11', districts: 12, urbanDistricts: [4, 6] }, 36],
  [{ code: '33.12', districts: 25, urbanDistricts: [] }, 20],
  [{ code: '33.13', districts: 17, urbanDistricts: [9] }, 26],
  [{ code: '33.14', districts: 20, urbanDistricts: [10] }, 18],
]);

const FIRST_KELURAHAN = 1_001;
const FIRST_DESA = 2_001;
/** Some forms name no village. */
const DISTRICT_ONLY_SHARE = 0.1;

/** A village, or at times only the district, of one of the four kabupaten around the city. */
export const placeAround = (chance: Chance): string => {
  const kabupaten = AROUND.draw(chance);
  const district = chance.between(1, kabupaten.districts);
  const code = `${kabupaten.code}.${String(district).padStart(2, '0')}`;
  if (chance.happens(DISTRICT_ONLY_SHARE)) return code;
  return `${code}.${kabupaten.urbanDistricts.includes(district) ? FIRST_KELURAHAN : FIRST_DESA}`;
};

/** Klaten adjoins the branch and is none of it: whoever lives there moves no figure that was printed about it. */
const BEYOND = { code: '33.10', districts: 24 };

/** A village of a kabupaten that is not the branch's. */
export const placeBeyond = (chance: Chance): string =>
  `${BEYOND.code}.${String(chance.between(1, BEYOND.districts)).padStart(2, '0')}.${FIRST_DESA}`;

/** Eleven cities, as many as had a fun run in November 2015; the report does not name them. */
export const FUN_RUN_CITIES = [
  '31.71',
  '32.73',
  '33.74',
  '34.71',
  '35.78',
  '36.71',
  '51.71',
  '12.71',
  '16.71',
  '73.71',
  '64.71',
] as const;

/** Not in any list of regions: such a person counts as unmapped. */
export const CODES_UNKNOWN = ['33.72.06.1001', '33.99', '99.01.01.2001'] as const;
