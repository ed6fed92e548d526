import { describe, expect, it } from '@jest/globals';
import { membersOn, MONTHS, TERMS } from './cohorts.js';
import { allVillages } from './places.js';
import { questionsAbout } from './questions.js';

const VILLAGES = ['33.72.01.1001', '33.72.01.1002', '33.72.02.1001', '34.71.01.1001'];

describe('a country full of members', () => {
  it('has every village of the list', () => {
    expect(allVillages()).toHaveLength(83_762);
    expect(allVillages()[0]).toBe('11.01.01.2001');
  });

  it('grows with the days of the year, and holds 17 to 19 persons of each cohort in the end', () => {
    const members = (day: string) => membersOn(VILLAGES, 'ID', day);
    expect(members('2025-06-30')).toBeGreaterThan(members('2025-05-31'));
    const cohorts = VILLAGES.length * TERMS.length * MONTHS;
    expect(members('2025-12-31')).toBe(cohorts * 18);
  });

  it('counts a cohort from the day on which it joined', () => {
    // Village 0, terms 0, month 0: seventeen on the first of January, before all others of the village.
    expect(membersOn(VILLAGES.slice(0, 1), 'ID', '2025-01-01')).toBe(17);
  });

  it('adds up from villages to the country', () => {
    const members = (region: string) => membersOn(VILLAGES, region, '2025-09-09');
    expect(members('33.72.01')).toBe(members('33.72.01.1001') + members('33.72.01.1002'));
    expect(members('33.72')).toBe(members('33.72.01') + members('33.72.02'));
    expect(members('ID')).toBe(members('33') + members('34'));
    expect(members('33.7')).toBe(0);
  });

  it('adds up from those who count under each of the terms', () => {
    const members = (occupation: string | null) =>
      membersOn(VILLAGES, 'ID', '2025-09-09', (terms) => terms.occupation === occupation);
    const apart = TERMS.map(({ occupation }) => members(occupation));
    expect(Math.min(...apart)).toBeGreaterThan(0);
    expect(apart.reduce((sum, some) => sum + some)).toBe(membersOn(VILLAGES, 'ID', '2025-09-09'));
  });
});

describe('questions', () => {
  const questions = questionsAbout(VILLAGES, 7, 440);

  it('are of each kind as often as of any other', () => {
    const counts = [...Map.groupBy(questions, ({ what }) => what).values()].map(({ length }) => length);
    expect(new Set(counts)).toEqual(new Set([20]));
  });

  it('ask what was known on the day itself or later, within the year', () => {
    const days = questions.flatMap(({ query }) => [
      [/asOf=([^&]+)/.exec(query)![1]!, /knownOn=(.+)/.exec(query)?.[1]],
    ]);
    for (const [asOf, known = asOf] of days) {
      expect(asOf! >= '2025-01-01' && known! >= asOf! && known! <= '2025-12-31').toBe(true);
    }
  });

  it('follow from the seed', () => {
    expect(questionsAbout(VILLAGES, 7, 440)).toEqual(questions);
    expect(questionsAbout(VILLAGES, 8, 440)).not.toEqual(questions);
  });
});
