import { describe, expect, it } from '@jest/globals';
import { happened, ignored, type Outcome, type Reason } from '#libs/kernel';
import { evolvePerson, nobody, type Person } from '../person/person.js';
import { decideSignUp, registrationDay } from './sign-up.decide.js';
import type { SignUpFacts } from './sign-up.rules.js';
import { evolveSignUp, unanswered, type SignUp, type SignUpEvent, type SignUpForm } from './sign-up.js';

type Changed = {
  [K in keyof SignUpForm]?: SignUpForm[K] extends readonly unknown[]
    ? SignUpForm[K]
    : Partial<SignUpForm[K]> | null;
};

const form = (changed: Changed = {}): SignUpForm =>
  ({
    signUpId: '0193d0a4-6f3e-7c11-9a51-3f2f9f0b7a01',
    submittedAt: '2024-12-17T09:30:00+07:00',
    channel: { kind: 'association', code: 'PKL-MANAHAN' },
    residence: '33.72.05.1011',
    segment: 'BPU',
    occupations: ['street-trader'],
    declaredIncome: 1_000_000,
    programmes: ['JKK', 'JKM'],
    startsOn: '2025-01-01',
    payer: { kind: 'self' },
    consent: { textVersion: '2024-1', givenAt: '2024-12-17T09:29:10+07:00' },
    ...changed,
    person: {
      nik: '3372055708900001',
      fullName: 'Sri Rahayu',
      birthDate: '1990-08-17',
      sex: 'female',
      ...changed.person,
    },
  }) as SignUpForm;

const bornOn = (birthDate: string) => {
  const [year, month, day] = birthDate.split('-') as [string, string, string];
  return { birthDate, nik: `337205${Number(day) + 40}${month}${year.slice(2)}0001` };
};

const facts: SignUpFacts = {
  registeredOn: '2024-12-17',
  isOccupation: (code) => code === 'street-trader' || code === 'ojek',
  isRegion: (code) => code === '33.72.05.1011',
  channelOf: (code) => (code === 'PKL-MANAHAN' ? {} : null),
  agentOf: () => null,
  placeOf: (code) => code,
  identities: [],
  employerSize: () => null,
  isPaidThroughout: () => false,
};

const registered = (membershipId: string, changed: Partial<SignUpEvent> = {}) =>
  ({
    type: 'MemberRegistered',
    personId: 'p-1',
    membershipId,
    memberNumber: '24000000017',
    paymentCode: '8888824000000017',
    segment: 'BPU',
    employer: null,
    eventCover: null,
    endedOn: null,
    basisRupiah: 1_000_000,
    registeredOn: '2024-12-17',
    residence: '33.72.05.1011',
    ...changed,
  }) as SignUpEvent & { type: 'MemberRegistered' };

const acceptedResult = (membershipId: string, warnings: Reason[] = [], outcome = 'registered') => ({
  status: 'accepted' as const,
  outcome: outcome as 'registered',
  membershipId,
  memberNumber: '24000000017',
  paymentCode: '8888824000000017',
  warnings,
});

const given = (...history: SignUpEvent[]) => ({
  when: (
    signUp: SignUpForm,
    contentHash = 'h-1',
    known: SignUpFacts = facts,
    skipsCovered = false,
  ): Outcome<SignUpEvent> =>
    decideSignUp(
      { form: signUp, contentHash, personId: 'p-1', membershipId: 'm-1', serial: 17, skipsCovered },
      {
        signUp: history.reduce<SignUp>(evolveSignUp, unanswered),
        person: history.reduce<Person>(
          (person, event) => (event.type === 'MemberRegistered' ? evolvePerson(person, event) : person),
          nobody,
        ),
      },
      known,
    ),
});

const reasonsFor = (changed: Changed, known = facts): readonly Reason[] => {
  const outcome = given().when(form(changed), 'h-1', known);
  const answer = outcome.kind === 'happened' ? outcome.events[0] : null;
  return answer?.type === 'SignUpAnswered' && answer.result.status === 'refused' ? answer.result.reasons : [];
};

const warningsFor = (changed: Changed): readonly Reason[] => {
  const outcome = given().when(form(changed));
  const answer = outcome.kind === 'happened' ? outcome.events.at(-1) : null;
  if (answer?.type !== 'SignUpAnswered' || answer.result.status !== 'accepted')
    throw new Error('was not accepted');
  return answer.result.warnings;
};

const warningsKnowing = (known: Partial<SignUpFacts>, changed: Changed = {}): readonly Reason[] => {
  const outcome = given().when(form(changed), 'h-1', { ...facts, ...known });
  const answer = outcome.kind === 'happened' ? outcome.events.at(-1) : null;
  return answer?.type === 'SignUpAnswered' && answer.result.status === 'accepted'
    ? answer.result.warnings
    : [];
};

const consent = (givenAt: string) => ({ consent: { textVersion: '2024-1', givenAt } });
const event = (from: string, through: string) => ({ name: 'Fun Run', from, through });

describe('answering a sign-up', () => {
  it('registers a new person', () =>
    expect(given().when(form())).toEqual(
      happened<SignUpEvent>(registered('m-1'), {
        type: 'SignUpAnswered',
        contentHash: 'h-1',
        result: acceptedResult('m-1'),
      }),
    ));

  it('keeps the person and gives another membership for another segment', () => {
    const outcome = given(registered('m-0', { personId: 'p-0' })).when(
      form({ segment: 'PU', employer: { code: 'NPP-1' }, declaredIncome: 2_345_678 }),
    );
    expect(outcome).toMatchObject({
      events: [
        {
          type: 'MemberRegistered',
          personId: 'p-0',
          membershipId: 'm-1',
          employer: 'NPP-1',
          basisRupiah: 2_345_678,
        },
        { result: { outcome: 'registered' } },
      ],
    });
  });

  it('gives the open membership of the same kind again', () =>
    expect(given(registered('m-0')).when(form({ residence: null }))).toEqual(
      happened({
        type: 'SignUpAnswered',
        contentHash: 'h-1',
        result: acceptedResult('m-0', ['residence-missing'], 'already-member'),
      }),
    ));

  it('answers a repeat once', () => {
    const answered: SignUpEvent = {
      type: 'SignUpAnswered',
      contentHash: 'h-1',
      result: acceptedResult('m-1'),
    };
    expect(given(answered).when(form())).toEqual(ignored('already-answered'));
  });

  it('answers a repeat of a refused sign-up once', () => {
    const refusal: SignUpEvent = {
      type: 'SignUpAnswered',
      contentHash: 'h-1',
      result: { status: 'refused', reasons: ['too-old'] },
    };
    expect(given(refusal).when(form())).toEqual(ignored('already-answered'));
  });

  it('refuses each other content under the same id, once', () => {
    const answered: SignUpEvent = {
      type: 'SignUpAnswered',
      contentHash: 'h-1',
      result: acceptedResult('m-1'),
    };
    const reused: SignUpEvent = { type: 'SignUpIdReused', contentHash: 'h-2' };
    expect(given(answered).when(form(), 'h-2')).toEqual(happened(reused));
    expect(given(answered, reused).when(form(), 'h-2')).toEqual(ignored('sign-up-id-reused'));
    expect(given(answered, reused).when(form(), 'h-3')).toEqual(
      happened({ type: 'SignUpIdReused', contentHash: 'h-3' }),
    );
    expect(given(answered, reused).when(form(), 'h-1')).toEqual(ignored('already-answered'));
  });

  it('numbers members by the year of registration', () => {
    const outcome = given().when(form(), 'h-1', { ...facts, registeredOn: '2031-01-01' });
    expect(outcome).toMatchObject({
      events: [{ memberNumber: '31000000017', paymentCode: '8888831000000017' }, {}],
    });
  });

  it('takes the basis of the bracket, not the declared income', () =>
    expect(given().when(form({ declaredIncome: 2_800_000 }))).toMatchObject({
      events: [{ basisRupiah: 2_950_000 }, {}],
    }));
});

describe('a list that somebody else pays for', () => {
  const run = form({ eventCover: event('2024-12-20', '2024-12-22'), payer: { kind: 'organiser' } });
  const paidFor = (from: string, through: string): SignUpFacts => ({
    ...facts,
    isPaidThroughout: (id, first, last) => id === 'm-0' && from <= first && last <= through,
  });
  const answerWith = (known: SignUpFacts, skipsCovered = true) =>
    given(registered('m-0')).when(run, 'h-1', known, skipsCovered);

  it('leaves out who is covered on every day of the event, and says so', () =>
    expect(answerWith(paidFor('2024-12-01', '2024-12-22'))).toEqual(
      happened({
        type: 'SignUpAnswered',
        contentHash: 'h-1',
        result: acceptedResult('m-0', ['already-covered'], 'already-member'),
      }),
    ));

  it.each([
    ['the first day', '2024-12-21', '2024-12-31'],
    ['the last day', '2024-12-01', '2024-12-21'],
  ])('insures who is not covered on %s', (_day, from, through) =>
    expect(answerWith(paidFor(from, through))).toMatchObject({ events: [{ type: 'MemberRegistered' }, {}] }),
  );

  it('is not every sign-up with event cover', () =>
    expect(answerWith(paidFor('2024-12-01', '2024-12-31'), false)).toMatchObject({
      events: [{ type: 'MemberRegistered' }, {}],
    }));
});

describe('the day of registration', () => {
  it('is the Jakarta day of submission', () =>
    expect(registrationDay('2024-12-17T23:30:00+00:00', '2024-12-20T00:00:00Z')).toBe('2024-12-18'));
  it('is the day of recording where that is earlier', () =>
    expect(registrationDay('2024-12-19T08:00:00+07:00', '2024-12-17T16:59:59.999Z')).toBe('2024-12-17'));
});

describe('a sign-up is refused', () => {
  it('with every reason that applies', () =>
    expect(
      reasonsFor({
        person: { nik: '1' },
        declaredIncome: 1,
        programmes: ['JP'],
        occupations: ['a', 'b', 'c'],
      }),
    ).toEqual(['nik-implausible', 'income-below-least', 'programme-not-offered', 'too-many-jobs']));

  it('for an implausible NIK', () => {
    expect(reasonsFor({ person: { nik: '3372053513900001' } })).toEqual(['nik-implausible']);
    expect(reasonsFor({ person: { nik: '9999995708900001' } })).toEqual([]);
  });

  it('for a self-employed person from the 65th birthday on', () => {
    expect(reasonsFor({ person: bornOn('1959-12-17') })).toEqual(['too-old']);
    expect(reasonsFor({ person: bornOn('1959-12-18') })).toEqual([]);
  });

  it('not for a wage earner of 65', () =>
    expect(reasonsFor({ person: bornOn('1959-12-17'), segment: 'PU', employer: { code: 'NPP-1' } })).toEqual(
      [],
    ));

  it('for a person before the 15th birthday', () => {
    expect(reasonsFor({ person: bornOn('2009-12-18') })).toEqual(['too-young']);
    expect(reasonsFor({ person: bornOn('2009-12-17') })).toEqual([]);
  });

  it('for a declared income below the least, of the self-employed alone', () => {
    expect(reasonsFor({ declaredIncome: 999_999 })).toEqual(['income-below-least']);
    expect(reasonsFor({ declaredIncome: 1_000_000 })).toEqual([]);
    const employed = { segment: 'PU', employer: { code: 'NPP-1' } } as const;
    expect(reasonsFor({ ...employed, declaredIncome: 999_999 })).toEqual([]);
    expect(reasonsFor({ ...employed, declaredIncome: 1 })).toEqual([]);
    expect(reasonsFor({ ...employed, declaredIncome: 0 })).toEqual(['income-missing']);
  });

  it('for a set of programmes that the segment does not offer', () => {
    expect(reasonsFor({ programmes: ['JHT'] })).toEqual(['programme-not-offered']);
    expect(reasonsFor({ programmes: ['JHT', 'JKM', 'JKK'] })).toEqual([]);
  });

  it("for a set that the employer's size forbids", () => {
    const known = {
      ...facts,
      employerSize: (code: string) => (code === 'NPP-1' ? ('large' as const) : null),
    };
    expect(reasonsFor({ segment: 'PU', employer: { code: 'NPP-1' } }, known)).toEqual([
      'programme-not-offered',
    ]);
    expect(reasonsFor({ segment: 'PU', employer: { code: 'NPP-2' } }, known)).toEqual([]);
  });

  it('for a third job', () => {
    expect(reasonsFor({ occupations: ['street-trader', 'ojek', 'farmer'] })).toEqual(['too-many-jobs']);
    expect(reasonsFor({ occupations: ['street-trader', 'ojek'] })).toEqual([]);
  });

  it('for consent that was given after the sign-up was sent', () => {
    expect(reasonsFor(consent('2024-12-17T02:30:00.001Z'))).toEqual(['consent-after-sign-up']);
    expect(reasonsFor(consent('2024-12-17T02:30:00Z'))).toEqual([]);
  });

  it.each(['PU', 'JAKON'] as const)('for %s without an employer', (segment) => {
    expect(reasonsFor({ segment })).toEqual(['employer-missing']);
    expect(reasonsFor({ segment, employer: { code: 'NPP-1' } })).toEqual([]);
  });

  describe('with event cover', () => {
    const paid = { payer: { kind: 'organiser' } } as const;

    it('that the person pays', () => {
      expect(reasonsFor({ eventCover: event('2024-12-20', '2024-12-20') })).toEqual([
        'payer-may-not-be-self',
      ]);
      expect(reasonsFor({ eventCover: event('2024-12-20', '2024-12-20'), ...paid })).toEqual([]);
    });

    it('that ends before it begins', () =>
      expect(reasonsFor({ eventCover: event('2024-12-20', '2024-12-19'), ...paid })).toEqual([
        'event-cover-invalid',
      ]));

    it('that lasts over 366 days', () => {
      expect(reasonsFor({ eventCover: event('2024-01-01', '2024-12-31'), ...paid })).toEqual([]);
      expect(reasonsFor({ eventCover: event('2024-01-01', '2025-01-01'), ...paid })).toEqual([
        'event-cover-invalid',
      ]);
    });

    it('of anybody but the self-employed', () =>
      expect(
        reasonsFor({
          eventCover: event('2024-12-20', '2024-12-20'),
          ...paid,
          segment: 'PU',
          employer: { code: 'NPP-1' },
        }),
      ).toEqual(['event-cover-not-offered']));
  });
});

describe('a sign-up is accepted with a warning', () => {
  it('not when all is known', () => expect(warningsFor({})).toEqual([]));
  it('when the NIK carries another birth date', () =>
    expect(warningsFor({ person: { birthDate: '1990-08-18' } })).toEqual(['nik-birth-date-differs']));
  it('when the NIK carries another sex', () =>
    expect(warningsFor({ person: { sex: 'male' } })).toEqual(['nik-sex-differs']));
  it('when the NIK was given out in another regency than that of residence, whatever the district', () => {
    expect(warningsFor({ person: { nik: '3311055708900001' } })).toEqual(['nik-region-differs']);
    expect(warningsFor({ person: { nik: '3372995708900001' } })).toEqual([]);
    expect(warningsFor({ person: { nik: '3311055708900001' }, residence: null })).toEqual([
      'residence-missing',
    ]);
  });
  it('when nobody registered the channel', () =>
    expect(warningsFor({ channel: { kind: 'bank', code: 'B-1' } })).toEqual(['unknown-channel']));
  it('when one of the occupations is not in the list', () =>
    expect(warningsFor({ occupations: ['street-trader', 'alchemist'] })).toEqual(['unknown-occupation']));
  it('when the code of residence is not in the list', () =>
    expect(warningsFor({ residence: '99.99' })).toEqual(['unknown-region']));
  it('not when the code of residence became one that is', () => {
    const placeOf = (code: string) => (code === '99.99' ? '33.72.05.1011' : code);
    expect(warningsKnowing({ placeOf }, { residence: '99.99' })).toEqual([]);
    const outcome = given().when(form({ residence: '99.99' }), 'h-1', { ...facts, placeOf });
    expect(outcome).toMatchObject({ events: [{ residence: '33.72.05.1011' }, {}] });
  });
  it('when no residence is stated', () =>
    expect(warningsFor({ residence: null })).toEqual(['residence-missing']));

  it('when the channel was not open on the day', () => {
    const open = (from: string | null, through: string | null) =>
      warningsKnowing({ channelOf: () => ({ from, through }) });
    expect(open('2024-12-17', '2024-12-17')).toEqual([]);
    expect(open('2024-12-18', null)).toEqual(['channel-closed']);
    expect(open(null, '2024-12-16')).toEqual(['channel-closed']);
  });

  it('when nobody registered the agent, or the agent is another channel’s or works no longer', () => {
    const channel = { kind: 'association', code: 'PKL-MANAHAN', agent: 'A-1' } as const;
    const of = (agent: ReturnType<SignUpFacts['agentOf']>) =>
      warningsKnowing({ agentOf: () => agent }, { channel });
    expect(of(null)).toEqual(['unknown-agent']);
    expect(of({ channelCode: 'PKL-MANAHAN' })).toEqual([]);
    expect(of({ channelCode: 'OTHER' })).toEqual(['agent-of-other-channel']);
    expect(of({ channelCode: 'PKL-MANAHAN', through: '2024-12-16' })).toEqual(['agent-of-other-channel']);
  });
});

describe('a NIK that somebody with another name or birth date had before', () => {
  const budi = { ...facts, identities: [{ fullName: 'Budi Santoso', birthDate: '1990-08-17' }] };
  const employed = form({ segment: 'PU', employer: { code: 'NPP-1' } });
  const known = given(registered('m-0', { personId: 'p-0' }));

  it('is registered provisionally, with a warning, and looked at', () => {
    const doubted: SignUpEvent = { type: 'IdentityDoubted', membershipId: 'm-1', differs: ['name'] };
    expect(known.when(employed, 'h-1', budi)).toMatchObject({
      kind: 'happened',
      events: [
        { type: 'MemberRegistered', personId: 'p-0' },
        doubted,
        { type: 'SignUpAnswered', result: { outcome: 'registered', warnings: ['identity-differs'] } },
      ],
    });
  });

  it('is warned of where the person is a member already: there is nothing new to look at', () => {
    const outcome = known.when(form(), 'h-1', budi);
    expect(outcome).toMatchObject({
      events: [{ result: { outcome: 'already-member', warnings: ['identity-differs'] } }],
    });
    expect(outcome.kind === 'happened' && outcome.events).toHaveLength(1);
  });

  it('is nothing new where one of those that were stated is the same', () => {
    const both = { ...budi, identities: [...budi.identities, employed.person] };
    const outcome = known.when(employed, 'h-1', both);
    expect(outcome.kind === 'happened' && outcome.events.map(({ type }) => type)).toEqual([
      'MemberRegistered',
      'SignUpAnswered',
    ]);
  });
});
