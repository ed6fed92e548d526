import { describe, expect, it } from '@jest/globals';
import {
  isKnownOccupation,
  OCCUPATION_GROUPS,
  occupationGroupOf,
  OCCUPATIONS,
  sectorOfOccupation,
} from './occupations.js';

describe('occupations', () => {
  it('puts each code into one group only', () => {
    expect(new Set(OCCUPATIONS).size).toBe(OCCUPATIONS.length);
    expect(OCCUPATION_GROUPS).toHaveLength(14);
  });

  it('writes codes and groups in kebab-case', () => {
    for (const slug of [...OCCUPATIONS, ...OCCUPATION_GROUPS]) expect(slug).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  it.each([
    ['street-trader', 'trade-and-food'],
    ['ojek-driver', 'transport-and-delivery'],
    ['athlete', 'creative-arts-and-sports'],
    ['supeltas', 'social-and-other'],
  ])('counts %s in %s', (code, group) => {
    expect(occupationGroupOf(code)).toBe(group);
    expect(isKnownOccupation(code)).toBe(true);
  });

  it.each([
    ['ojek-driver', 'transport'],
    ['farmer', 'agriculture'],
    ['batik-maker', 'manufacturing'],
    ['astronaut', 'other'],
  ])('knows the sector of %s: %s', (code, sector) => expect(sectorOfOccupation(code)).toBe(sector));

  it.each(['astronaut', '', 'constructor', '__proto__'])('counts the unknown %p in "other"', (code) => {
    expect(occupationGroupOf(code)).toBe('other');
    expect(isKnownOccupation(code)).toBe(false);
  });
});
