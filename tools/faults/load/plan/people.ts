import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Somebody invented: who it is, where the person lives and what the person earns. */
export interface Person {
  readonly nik: string;
  readonly birthDate: string;
  readonly sex: 'female' | 'male';
  readonly fullName: string;
  readonly residence: string;
  readonly incomeRupiah: number;
  readonly programmes: readonly ('JKK' | 'JKM' | 'JHT')[];
}

const SERIALS = 9_000;
/** A prime, so that no two persons with one serial number have one birth date. */
const BIRTH_DAYS = 12_007;
const BORN_FROM_MS = Date.UTC(1965, 0, 1);
const DAY_MS = 86_400_000;
const FEMALE_DAY_OFFSET = 40;
const INCOMES_RUPIAH = [1_000_000, 2_000_000, 3_300_000];

const require = createRequire(import.meta.url);

/** Villages of Solo and of Sukoharjo beside it. */
const VILLAGES: readonly string[] = readFileSync(require.resolve('idn-area-data/data/villages.csv'), 'utf8')
  .split('\n')
  .map((row) => row.slice(0, row.indexOf(',')))
  .filter((code) => code.startsWith('33.72.') || code.startsWith('33.11.'));

/** One in so many lives in a village that no list has. */
const UNKNOWN_VILLAGE_EACH = 97;
const UNKNOWN_VILLAGE = '33.72.99.9999';

const two = (value: number) => String(value).padStart(2, '0');

/** Six digits in place of the district of first registration, one number a seed. */
const districtOf = (seed: number) => String(100_000 + ((seed * 7_919) % 800_000));

/** The person with this number among all of the seed; each has a NIK of its own. */
export const personOf = (seed: number, number: number): Person => {
  const serial = number % SERIALS;
  const group = Math.floor(number / SERIALS);
  const day = (group * 101 + serial * 7) % BIRTH_DAYS;
  const birthDate = new Date(BORN_FROM_MS + day * DAY_MS).toISOString().slice(0, 10);
  const sex = number % 5 < 2 ? 'female' : 'male';
  const [year, month, dayOfMonth] = birthDate.split('-') as [string, string, string];
  const dayField = two(Number(dayOfMonth) + (sex === 'female' ? FEMALE_DAY_OFFSET : 0));
  const isUnmapped = number % UNKNOWN_VILLAGE_EACH === 0;
  return {
    nik: `${districtOf(seed)}${dayField}${month}${year.slice(2)}${String(serial + 1).padStart(4, '0')}`,
    birthDate,
    sex,
    fullName: `Warga Contoh ${number}`,
    residence: isUnmapped ? UNKNOWN_VILLAGE : VILLAGES[(number * 31 + seed) % VILLAGES.length]!,
    incomeRupiah: INCOMES_RUPIAH[number % INCOMES_RUPIAH.length]!,
    programmes: number % 2 === 0 ? ['JKK', 'JKM'] : ['JKK', 'JKM', 'JHT'],
  };
};
