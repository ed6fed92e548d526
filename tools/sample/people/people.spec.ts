import { describe, expect, it } from '@jest/globals';
import { ageOn, isDay, isKnownOccupation } from '#libs/kernel';
import { Chance } from '../chance/chance.js';
import { signUpMessage } from '../messages/sign-up-message.js';
import { Story } from '../story.js';
import { NIK_CAPACITY, nikOf } from './nik.js';
import { whoIs } from './who.js';

const story = new Story({ seed: 7, scale: 0.05 });
const everyone = Array.from({ length: story.persons }, (_, person) => person);
const signUps = everyone.flatMap((person) =>
  story
    .life(person)
    .enrolments.map((stated, enrolment) => ({ stated, signUp: signUpMessage(story, person, enrolment) })),
);
const sound = signUps.filter(({ stated }) => stated.flaw === null);

const dateField = (birthDate: string, sex: string) => {
  const [year, month, day] = birthDate.split('-').map(Number) as [number, number, number];
  const fields = [sex === 'female' ? day + 40 : day, month, year % 100];
  return fields.map((field) => String(field).padStart(2, '0')).join('');
};

describe('the NIK of a person', () => {
  it('has 16 digits and the date of the birth date, women’s day plus forty', () => {
    const wrong = sound.filter(
      ({ signUp: { person } }) =>
        !/^\d{16}$/.test(person.nik) ||
        person.nik.slice(6, 12) !== dateField(person.birthDate, person.sex) ||
        !isDay(person.birthDate),
    );
    expect(wrong).toEqual([]);
  });

  it('is the person’s alone: as many numbers as persons, over a whole population', () => {
    const numbers = new Set<string>();
    for (let person = 0; person < NIK_CAPACITY; person += 1) {
      const chance = new Chance(7, 'who', person);
      numbers.add(whoIs(person, { cohort: 'pensioned', year: 2022 }, chance).nik);
    }
    expect(numbers.size).toBe(NIK_CAPACITY);
  });

  it('holds for a whole story, which has fewer persons than there are numbers', () =>
    expect(new Story({ seed: 7, scale: 1 }).persons).toBeLessThan(NIK_CAPACITY));

  it('bears a serial number that no registry reaches, so no real person is meant', () =>
    expect(sound.every(({ signUp }) => Number(signUp.person.nik.slice(12)) >= 3_000)).toBe(true));

  it('lies in other provinces for other populations', () => {
    const person = { birthDate: '1990-08-17', sex: 'female' } as const;
    const of = (population: number) => nikOf(5, person, new Chance(1, 'who', 5), population).slice(0, 2);
    expect(of(0)).toBe('33');
    expect(of(1)).not.toBe('33');
  });
});

describe('members of the story', () => {
  it('are of working age, the self-employed under 65', () => {
    const ages = sound.map(({ signUp }) => ageOn(signUp.person.birthDate, signUp.submittedAt.slice(0, 10)));
    expect(Math.min(...ages)).toBeGreaterThanOrEqual(17);
    expect(Math.max(...ages)).toBeLessThan(65);
  });

  it('have jobs that the project knows, and declare at least a million', () => {
    expect(sound.every(({ signUp }) => signUp.occupations.every(isKnownOccupation))).toBe(true);
    expect(sound.every(({ signUp }) => signUp.declaredIncome >= 1_000_000)).toBe(true);
  });

  it('came through every kind of channel that the articles name', () => {
    const kinds = new Set(sound.map(({ signUp }) => signUp.channel.kind));
    expect([...kinds].sort()).toEqual([
      'agent',
      'aggregator',
      'app',
      'association',
      'bank',
      'branch',
      'employer',
      'event',
      'government',
      'kiosk',
      'market',
      'sponsor',
      'village',
      'web',
    ]);
  });

  it('agreed before they signed up', () =>
    expect(sound.every(({ signUp }) => signUp.consent.givenAt < signUp.submittedAt)).toBe(true));

  it('start no earlier than they sign up', () =>
    expect(sound.filter(({ signUp }) => signUp.startsOn < signUp.submittedAt.slice(0, 10))).toEqual([]));

  it.each([
    [
      'nik-implausible',
      ({ person }: (typeof signUps)[number]['signUp']) =>
        !isDay(`19${person.nik.slice(10, 12)}-${person.nik.slice(8, 10)}-${person.nik.slice(6, 8)}`),
    ],
    [
      'too-old',
      ({ person, submittedAt }: (typeof signUps)[number]['signUp']) =>
        ageOn(person.birthDate, submittedAt.slice(0, 10)) >= 65,
    ],
    [
      'income-below-least',
      ({ declaredIncome }: (typeof signUps)[number]['signUp']) => declaredIncome < 1_000_000,
    ],
  ] as const)('break a rule where the story wants it: %s', (flaw, breaks) => {
    const flawed = signUps.filter(({ stated }) => stated.flaw === flaw);
    expect(flawed.length).toBeGreaterThan(0);
    expect(flawed.every(({ signUp }) => breaks(signUp))).toBe(true);
  });
});
