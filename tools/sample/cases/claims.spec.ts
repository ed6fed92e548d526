import { describe, expect, it } from '@jest/globals';
import { addMonths, firstDayOf, jakartaDay, lastDayOf, type Day } from '#libs/kernel';
import { dayOf, STORY_ENDS_AT, utcText } from '../instants.js';
import { Story } from '../story.js';
import { claimsOf, endingsOf, type PlannedClaim } from './claims.js';

const paidBetween = (claims: readonly PlannedClaim[], from: Day, through: Day) =>
  claims
    .filter(({ paidAt }) => from <= jakartaDay(utcText(paidAt)) && jakartaDay(utcText(paidAt)) <= through)
    .reduce((sum, { amountRupiah }) => sum + amountRupiah, 0);

/** Whether the person's first membership is paid for on the day. */
const isCovered = (story: Story, person: number, day: Day) => {
  const { startsOn, terms } = story.life(person).enrolments[0]!;
  const paid = terms.some(
    ({ from, months }) => firstDayOf(from) <= day && day <= lastDayOf(addMonths(from, months - 1)),
  );
  return paid && startsOn <= day;
};

describe('the claims of the whole story', () => {
  const story = new Story({ seed: 7, scale: 1 });
  const claims = [...claimsOf(story)];

  it('come to Rp70.28 billion in 2023, to the rupiah', () =>
    expect(paidBetween(claims, '2023-01-01', '2023-12-31')).toBe(70_280_000_000));

  it('come to Rp71.75 billion from January to 28 November 2024, to the rupiah', () =>
    expect(paidBetween(claims, '2024-01-01', '2024-11-28')).toBe(71_750_000_000));

  it('go on after that day', () =>
    expect(paidBetween(claims, '2024-11-29', '2024-12-17')).toBeGreaterThan(0));

  it('are some thousands, mostly old age savings', () => {
    const savings = claims.filter(({ programme }) => programme === 'JHT');
    expect(claims.length).toBeGreaterThan(3_000);
    expect(claims.length).toBeLessThan(5_000);
    expect(savings.length / claims.length).toBeGreaterThan(0.6);
  });

  it('lie on the edges of the periods too, where UTC has another day', () => {
    const onOtherDay = claims.filter(({ paidAt }) => utcText(paidAt).slice(0, 10) !== dayOf(paidAt));
    expect(onOtherDay.map(({ paidAt }) => dayOf(paidAt)).sort()).toContain('2024-01-01');
  });

  it('have ids of their own', () =>
    expect(new Set(claims.map(({ claimId }) => claimId)).size).toBe(claims.length));
});

describe.each([1, 0.1, 0.03, 0.005])('the claims of a story at scale %d', (scale) => {
  const story = new Story({ seed: 5, scale });
  const claims = [...claimsOf(story)];

  it('come to the scaled totals', () => {
    for (const { from, through, totalRupiah } of story.periods)
      expect(paidBetween(claims, from, through)).toBe(totalRupiah);
  });

  it('are of positive amounts, in whole rupiah', () =>
    expect(claims.every(({ amountRupiah }) => Number.isInteger(amountRupiah) && amountRupiah > 0)).toBe(
      true,
    ));

  it('follow in order from the event to the money, within the story', () => {
    const wrong = claims.filter(({ occurredOn, submittedAt, checkedAt, decidedAt, orderedAt, paidAt }) => {
      const instants = [submittedAt, checkedAt, decidedAt, orderedAt, paidAt, STORY_ENDS_AT];
      return (
        occurredOn > dayOf(submittedAt) || instants.some((at, index) => at <= (instants[index - 1] ?? 0))
      );
    });
    expect(wrong).toEqual([]);
  });

  it('are claimed by people who were covered on the day of the event', () =>
    expect(claims.filter(({ person, occurredOn }) => !isCovered(story, person, occurredOn))).toEqual([]));

  it('are claimed by people who live in Solo', () =>
    expect(claims.every(({ person }) => story.residence(person, 0)!.startsWith('33.72.'))).toBe(true));

  it('end the membership of those who died on the day of death, and told at the claim', () => {
    const endings = new Map([...endingsOf(story)].map((ending) => [ending.person, ending]));
    for (const { person, occurredOn, submittedAt } of claims.filter(({ programme }) => programme === 'JKM'))
      expect(endings.get(person)).toMatchObject({
        endedOn: occurredOn,
        reason: 'died',
        recordedAt: submittedAt,
      });
  });

  it('compute what can be computed: all but job loss', () => {
    const entered = new Set(claims.filter(({ isEntered }) => isEntered).map(({ programme }) => programme));
    expect([...entered].filter((programme) => programme !== 'JKP')).toEqual([]);
    const found = claims.filter(({ findings }) => findings !== null);
    expect(new Set(found.map(({ programme }) => programme))).toEqual(
      new Set(
        ['JKK', 'JHT', 'JP'].filter((programme) => claims.some((claim) => claim.programme === programme)),
      ),
    );
  });

  it('leave the injured as members', () => {
    const ended = new Set([...endingsOf(story)].map(({ person }) => person));
    expect(claims.filter(({ programme, person }) => programme === 'JKK' && ended.has(person))).toEqual([]);
  });
});
