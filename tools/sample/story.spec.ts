import { describe, expect, it } from '@jest/globals';
import { addMonths, lastDayOf, monthOf } from '#libs/kernel';
import { cohortsAt } from './cohorts.js';
import { INFORMAL_2022_ON } from './informal.js';
import { dayOf, STORY_DAY } from './instants.js';
import { personsPaidFor } from './messages/payment-message.js';
import { signUpMessage } from './messages/sign-up-message.js';
import { Story } from './story.js';

const AGGREGATORS_COUNTED_ON = '2015-12-13';

const whole = new Story({ seed: 7, scale: 1 });
const story = new Story({ seed: 7, scale: 0.1 });
const lives = Array.from({ length: story.persons }, (_, person) => story.life(person));

describe('the cohorts of the story', () => {
  it('have 100,512 active persons', () => {
    const active = cohortsAt(1).filter(({ isActive }) => isActive);
    expect(active.reduce((sum, { count }) => sum + count, 0)).toBe(100_512);
  });

  it('have at least 20,000 more, who must not count', () => {
    const others = cohortsAt(1).filter(({ isActive }) => !isActive);
    expect(others.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThanOrEqual(20_000);
  });

  it.each([
    [1, 7],
    [0.5, 8],
    [0.1, 9],
    ...Array.from({ length: 40 }, (_, seed) => [0.01, seed] as const),
    ...Array.from({ length: 60 }, (_, seed) => [0.005, seed] as const),
  ])('have room for those whom the branch had in 2022 at scale %d with seed %d', (scale, seed) => {
    const told = new Story({ seed, scale });
    const { first, count } = told.cohorts.find(({ name }) => name === 'informal-2022')!;
    const joinedOn = (person: number) => dayOf(told.life(person).enrolments[0]!.signedUpAt);
    expect(joinedOn(first) <= INFORMAL_2022_ON).toBe(true);
    expect(joinedOn(first + count - 1) > INFORMAL_2022_ON).toBe(true);
  });

  it('brought the branch its first members by all eleven aggregators, who are covered when they are counted', () => {
    const { first, count } = whole.cohorts.find(({ name }) => name === 'informal-2014')!;
    const codes = new Set<string>();
    for (let person = first; person < first + count; person += 1) {
      const paid = whole.life(person).enrolments[0]!.terms[0];
      if (!paid || lastDayOf(addMonths(paid.from, paid.months - 1)) < AGGREGATORS_COUNTED_ON) continue;
      const { channel } = signUpMessage(whole, person, 0);
      if (channel.kind === 'aggregator') codes.add(channel.code);
    }
    expect(codes.size).toBe(11);
  });

  it.each([1, 0.5, 0.01, 0.005])('are all there at scale %d', (scale) => {
    const empty = cohortsAt(scale).filter(({ count, name }) => count < 1 && !CLAIMANTS.includes(name));
    expect(empty).toEqual([]);
  });

  const CLAIMANTS = ['injured', 'old-age-paid', 'died', 'pensioned', 'laid-off'];
});

describe('a story', () => {
  it.each([0.004, 0, -1, 1.01, Number.NaN])('cannot be told at scale %d', (scale) =>
    expect(() => new Story({ seed: 7, scale })).toThrow(RangeError),
  );

  it('makes the same life whatever was asked for before', () => {
    const [first, second] = [new Story({ seed: 7, scale: 0.1 }), new Story({ seed: 7, scale: 0.1 })];
    second.life(1);
    second.who(2);
    expect(second.life(4_000)).toEqual(first.life(4_000));
    expect(second.who(4_000)).toEqual(first.who(4_000));
  });

  it('keeps the number of payments moderate: no more than 220,000 contributions in all', () => {
    const single = lives.flatMap(({ enrolments }) => enrolments.flatMap(({ terms }) => terms)).length;
    const lines = story.groups.reduce(
      (sum, group) =>
        sum +
        Array.from({ length: group.payments }, (_, n) => personsPaidFor(story, group, n).length).reduce(
          (a, b) => a + b,
          0,
        ),
      0,
    );
    expect((single + lines) * 10).toBeGreaterThan(130_000);
    expect((single + lines) * 10).toBeLessThan(220_000);
  });

  it('pays for at most 24 months at once', () => {
    const months = lives.flatMap(({ enrolments }) =>
      enrolments.flatMap(({ terms }) => terms.map((term) => term.months)),
    );
    expect([...new Set(months)].sort((a, b) => a - b)).toEqual(expect.arrayContaining([1, 3, 6, 12, 24]));
    expect(Math.max(...months)).toBe(24);
  });

  it('pays in order, and reports no payment before it was made', () => {
    const terms = lives.flatMap(({ enrolments }) => enrolments.map((each) => each.terms));
    const isLate = terms.filter((each) => each.some(({ settledAt, recordedAt }) => recordedAt < settledAt));
    const isMixed = terms.filter((each) =>
      each.some((term, index) => term.recordedAt < (each[index - 1]?.recordedAt ?? 0)),
    );
    expect([isLate, isMixed]).toEqual([[], []]);
  });

  it('grows: the number of those who have signed up rises every month from January 2023 on', () => {
    const months = lives.map(({ enrolments }) => monthOf(dayOf(enrolments[0]!.signedUpAt)));
    for (let month = '2023-01'; month <= '2024-12'; month = addMonths(month, 1))
      expect(months.filter((each) => each === month).length).toBeGreaterThan(50);
  });

  it('covers the event participants for the days of the contest only', () => {
    const { first, count } = story.cohorts.find(({ name }) => name === 'contest-over')!;
    for (let person = first; person < first + count; person += 1) {
      const [only, ...others] = lives[person]!.enrolments;
      expect(others).toEqual([]);
      expect(only!.event!.through < STORY_DAY).toBe(true);
      expect(only!.payer).toBe('organiser');
    }
  });

  it('has groups whose every payment is for somebody, at most some hundreds', () => {
    for (const group of whole.groups) {
      expect(personsPaidFor(whole, group, 0).length).toBeGreaterThan(0);
      expect(group.count).toBeLessThanOrEqual(400);
    }
  });

  it('lets nobody’s cover end before the story’s month who is meant to be active', () => {
    const active = story.cohorts.filter(
      ({ isActive, name }) => isActive && name !== 'employed' && name !== 'sponsored',
    );
    for (const { first, count } of active) {
      for (let person = first; person < first + count; person += 1) {
        const kept = lives[person]!.enrolments.flatMap(({ terms }) =>
          terms.filter((term) => term.reversedAt === null),
        );
        const last = kept
          .map(({ from, months }) => lastDayOf(addMonths(from, months - 1)))
          .sort()
          .at(-1)!;
        expect(last >= STORY_DAY).toBe(true);
      }
    }
  });
});
