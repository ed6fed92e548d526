import { describe, expect, it } from '@jest/globals';
import { getDistricts, getRegencies, getVillages } from 'idn-area-data';
import { Chance } from '../chance/chance.js';
import { BRANCH } from '../informal.js';
import { KECAMATAN, KELURAHAN, kelurahanOfMember, members, workingResidents } from './kelurahan.js';
import { CODES_UNKNOWN, FUN_RUN_CITIES, placeAround, placeBeyond } from './places.js';

const lists = await Promise.all([getRegencies(), getDistricts(), getVillages()]);
const names = new Map(lists.flat().map(({ code, name }) => [code, name.toLowerCase().replaceAll(' ', '')]));

describe('the kelurahan of Solo', () => {
  it('are 54 in 5 kecamatan, named as in the list of regions', () => {
    expect([KECAMATAN.length, KELURAHAN.length]).toEqual([5, 54]);
    const wrong = [...KECAMATAN, ...KELURAHAN].filter(
      ({ code, name }) => names.get(code) !== name.toLowerCase().replaceAll(' ', ''),
    );
    expect(wrong).toEqual([]);
  });

  it('share out members as stated, rank by rank', () => {
    const kelurahanOf = kelurahanOfMember(1_005);
    const counts = new Map<string, number>();
    for (let rank = 0; rank < 1_005; rank += 1)
      counts.set(kelurahanOf(rank), (counts.get(kelurahanOf(rank)) ?? 0) + 1);
    expect(KELURAHAN.map(({ code }) => counts.get(code))).toEqual(members(1_005));
  });

  it('have fewer members than working residents, everywhere', () => {
    const residents = workingResidents(227_164);
    expect(members(100_512).every((count, index) => count < residents[index]!)).toBe(true);
  });
});

describe('places outside the city', () => {
  it('are in the list of regions', () => {
    const places = Array.from({ length: 5_000 }, (_, index) => placeAround(new Chance(3, 'place', index)));
    expect([...new Set(places)].filter((code) => !names.has(code))).toEqual([]);
    expect(places.some((code) => code.startsWith('33.72'))).toBe(false);
  });

  it('are also beyond the branch', () => {
    const places = Array.from({ length: 500 }, (_, index) => placeBeyond(new Chance(3, 'place', index)));
    expect([...new Set(places)].filter((code) => !names.has(code))).toEqual([]);
    expect(places.filter((code) => BRANCH.includes(code.slice(0, 5)))).toEqual([]);
  });

  it('are eleven cities for the runs of 2015', () => {
    expect(new Set(FUN_RUN_CITIES).size).toBe(11);
    expect(FUN_RUN_CITIES.filter((code) => !names.has(code))).toEqual([]);
  });

  it('are in no list where nobody should be found', () =>
    expect(CODES_UNKNOWN.filter((code) => names.has(code))).toEqual([]));
});
