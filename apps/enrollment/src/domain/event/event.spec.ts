import { describe, expect, it } from '@jest/globals';
import type { Entries } from '../register/register.js';
import { percentText, stateOn } from './conversion.js';
import { insuredEventOf, signUpFor, type Participant } from './insured-event.js';

const entry: Entries['campaign'] = {
  channelCode: 'EVENT-BANJARSARI',
  from: '2024-11-14',
  through: '2024-11-16',
  reached: null,
  place: '33.72.05',
  organiser: 'EO-BANJARSARI',
  payerKind: 'sponsor',
  occupation: 'runner',
  name: 'Lomba Banjarsari',
};
const days = { from: '2024-11-14', through: '2024-11-16' };

describe('an event', () => {
  it('can be insured when its days and its organiser are known', () => {
    expect(insuredEventOf('RUN', entry)).toEqual({
      code: 'RUN',
      name: 'Lomba Banjarsari',
      channelCode: 'EVENT-BANJARSARI',
      ...days,
      payer: { kind: 'sponsor', code: 'EO-BANJARSARI' },
      occupation: 'runner',
    });
  });

  it.each(['from', 'through', 'organiser'] as const)('cannot without %s', (field) =>
    expect(insuredEventOf('RUN', { ...entry, [field]: null })).toBeNull(),
  );

  it('goes by its code where it has no name and no channel, and insures athletes', () => {
    const bare = { ...entry, name: null, channelCode: null, payerKind: null, occupation: null };
    expect(insuredEventOf('RUN', bare)).toMatchObject({
      name: 'RUN',
      channelCode: 'RUN',
      payer: { kind: 'organiser' },
      occupation: 'athlete',
    });
  });

  it('is before, running or over', () => {
    expect(stateOn(days, '2024-11-13')).toBe('before');
    expect(stateOn(days, '2024-11-14')).toBe('running');
    expect(stateOn(days, '2024-11-16')).toBe('running');
    expect(stateOn(days, '2024-11-17')).toBe('over');
  });
});

describe('a participant', () => {
  const participant: Participant = {
    signUpId: 's-1',
    person: { nik: '3372055708900001', fullName: 'Sri Rahayu', birthDate: '1990-08-17', sex: 'female' },
    consent: { textVersion: '2024-1', givenAt: '2024-11-01T08:00:00+07:00' },
  };
  const event = insuredEventOf('RUN', entry)!;

  it('signs up for the days of the event, on the lowest income, paid by somebody else', () =>
    expect(signUpFor(event, participant, '2024-11-01T09:00:00+07:00')).toEqual({
      signUpId: 's-1',
      submittedAt: '2024-11-01T09:00:00+07:00',
      channel: { kind: 'event', code: 'EVENT-BANJARSARI', agent: null, campaign: 'RUN' },
      person: participant.person,
      residence: null,
      segment: 'BPU',
      occupations: ['runner'],
      declaredIncome: 1_000_000,
      programmes: ['JKK', 'JKM'],
      startsOn: '2024-11-14',
      eventCover: { name: 'Lomba Banjarsari', ...days },
      employer: null,
      payer: { kind: 'sponsor', code: 'EO-BANJARSARI' },
      consent: participant.consent,
    }));

  it('may state another income', () =>
    expect(signUpFor(event, { ...participant, declaredIncome: 2_000_000 }, 'then').declaredIncome).toBe(
      2_000_000,
    ));
});

describe('a share', () => {
  it.each([
    [9, 120, '7,50%'],
    [2, 3, '66,66%'],
    [1, 1, '100,00%'],
    [0, 120, '0,00%'],
    [1, 2_000, '0,05%'],
  ])('of %i of %i is printed %s', (part, of, text) => expect(percentText(part, of)).toBe(text));
  it('of nobody is none', () => expect(percentText(0, 0)).toBeNull());
});
