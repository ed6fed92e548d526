import { describe, expect, it } from '@jest/globals';
import { evolvePerson, nobody, openMembership, type HeldMembership, type PersonEvent } from './person.js';

const registered = (facts: Partial<HeldMembership>): PersonEvent => ({
  type: 'MemberRegistered',
  personId: 'p-1',
  membershipId: 'm-1',
  memberNumber: '24000000017',
  paymentCode: '8888824000000017',
  segment: 'BPU',
  employer: null,
  eventCover: null,
  endedOn: null,
  ...facts,
});

const given = (...history: Partial<HeldMembership>[]) => ({
  wants: (wanted: Partial<Pick<HeldMembership, 'segment' | 'employer' | 'eventCover'>>, on = '2024-12-17') =>
    openMembership(
      history.map(registered).reduce(evolvePerson, nobody),
      { segment: 'BPU', employer: null, eventCover: null, ...wanted },
      on,
    )?.membershipId ?? null,
});
const run = { name: 'Banjarsari Fun Run', from: '2024-12-14', through: '2024-12-16' };

describe('whether a person is a member already', () => {
  it('is nobody yet', () => expect(given().wants({})).toBeNull());
  it('has one membership as self-employed', () => expect(given({}).wants({})).toBe('m-1'));
  it('may join another segment', () =>
    expect(given({}).wants({ segment: 'JAKON', employer: 'A' })).toBeNull());

  it('has one membership with each employer as a wage earner', () => {
    const atA = given({ segment: 'PU', employer: 'A' });
    expect(atA.wants({ segment: 'PU', employer: 'A' })).toBe('m-1');
    expect(atA.wants({ segment: 'PU', employer: 'B' })).toBeNull();
  });

  it('has one membership on construction projects, whoever the contractor', () =>
    expect(given({ segment: 'JAKON', employer: 'A' }).wants({ segment: 'JAKON', employer: 'B' })).toBe(
      'm-1',
    ));

  it('may take event cover beside an ordinary membership, and the other way round', () => {
    expect(given({}).wants({ eventCover: run }, '2024-12-13')).toBeNull();
    expect(given({ eventCover: run }).wants({}, '2024-12-13')).toBeNull();
  });

  it('is covered once for the same event, and may take part in another', () => {
    expect(given({ eventCover: run }).wants({ eventCover: run }, '2024-12-13')).toBe('m-1');
    expect(
      given({ eventCover: run }).wants({ eventCover: { ...run, name: 'Other' } }, '2024-12-13'),
    ).toBeNull();
    expect(
      given({ eventCover: run }).wants({ eventCover: { ...run, through: '2024-12-17' } }, '2024-12-13'),
    ).toBeNull();
  });

  it('is covered through the last day of the event, and no longer', () => {
    expect(given({ eventCover: run }).wants({ eventCover: run }, '2024-12-16')).toBe('m-1');
    expect(given({ eventCover: run }).wants({ eventCover: run }, '2024-12-17')).toBeNull();
  });

  it('may join again from the day on which the membership ends', () => {
    expect(given({ endedOn: '2024-12-18' }).wants({})).toBe('m-1');
    expect(given({ endedOn: '2024-12-17' }).wants({})).toBeNull();
  });

  it('finds the open one among ended ones', () =>
    expect(given({ endedOn: '2024-01-01' }, { membershipId: 'm-2' }).wants({})).toBe('m-2'));
});
