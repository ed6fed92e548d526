import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const VILLAGE = /^\d\d(?:\.\d+){3}$/;
const VILLAGES_WANTED = 500;
const CITY = '33.72.';
const AROUND = ['33.11.', '33.13.', '33.09.'];

/** The codes of every village of the country, in the order of the list. */
export const allVillages = (): readonly string[] =>
  readFileSync(require.resolve('idn-area-data/data/villages.csv'), 'utf8')
    .split('\n')
    .map((row) => row.slice(0, row.indexOf(',')))
    .filter((code) => VILLAGE.test(code));

const within = (all: readonly string[], prefix: string) => all.filter((code) => code.startsWith(prefix));

const some = (): readonly string[] => {
  const all = allVillages();
  return [CITY, ...AROUND].flatMap((prefix) => within(all, prefix)).slice(0, VILLAGES_WANTED);
};

/** Five hundred villages: all of Solo, and of the kabupaten around it. */
export const VILLAGES = some();

/** A district of Solo, and its villages. */
export const DISTRICT = '33.72.05';

/** The village of the person with this number. */
export const villageOf = (seed: number, number: number, villages = VILLAGES): string =>
  villages[(number * 31 + seed) % villages.length]!;

const LENGTHS_ABOVE = [8, 5, 2];

/** A village and all that lies above it, up to the country. */
export const levelsOf = (village: string): readonly string[] => [
  village,
  ...LENGTHS_ABOVE.map((length) => village.slice(0, length)),
  'ID',
];
