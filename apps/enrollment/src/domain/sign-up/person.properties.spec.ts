import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { evolvePerson, nobody, type HeldMembership, type Person } from '../person/person.js';
import { decideSignUp } from './sign-up.decide.js';
import type { SignUpFacts } from './sign-up.rules.js';
import { evolveSignUp, unanswered, type SignUp, type SignUpForm } from './sign-up.js';

/** What tells one sign-up of a person from another. */
interface Wish {
  readonly segment: 'PU' | 'BPU' | 'JAKON';
  readonly employer: string | null;
  readonly event: string | null;
  readonly income: number;
}

const wish: fc.Arbitrary<Wish> = fc
  .record({
    segment: fc.constantFrom('PU', 'BPU', 'JAKON'),
    employer: fc.constantFrom('A', 'B', null),
    event: fc.constantFrom(null, null, 'Run', 'Swim'),
    income: fc.constantFrom(1_000_000, 2_000_000, 999_999, 0),
  })
  .map((one) => one as Wish);

const formOf = ({ segment, employer, event, income }: Wish, id: number): SignUpForm => ({
  signUpId: `s-${id}`,
  submittedAt: '2024-12-17T09:30:00+07:00',
  channel: { kind: 'kiosk', code: 'K-1' },
  person: { nik: '3372055708900001', fullName: 'Sri Rahayu', birthDate: '1990-08-17', sex: 'female' },
  residence: '33.72.05.1011',
  segment,
  occupations: ['ojek'],
  declaredIncome: income,
  programmes: ['JKK', 'JKM'],
  startsOn: '2025-01-01',
  eventCover: event === null ? null : { name: event, from: '2024-12-20', through: '2024-12-22' },
  employer: employer === null ? null : { code: employer },
  payer: { kind: event === null ? 'self' : 'organiser' },
  consent: { textVersion: '2024-1', givenAt: '2024-12-17T09:29:10+07:00' },
});

const facts: SignUpFacts = {
  registeredOn: '2024-12-17',
  isOccupation: () => true,
  isRegion: () => true,
  channelOf: () => ({}),
  agentOf: () => null,
  placeOf: (code) => code,
  identities: [],
  employerSize: () => null,
  isPaidThroughout: () => false,
};

/** Takes the sign-ups in this order, repeats included, as a store does. */
const after = (forms: readonly SignUpForm[]) => {
  const signUps = new Map<string, SignUp>();
  let person: Person = nobody;
  let events = 0;
  forms.forEach((form, place) => {
    const signUp = signUps.get(form.signUpId) ?? unanswered;
    const command = {
      form,
      contentHash: form.signUpId,
      personId: 'p-1',
      membershipId: `m-${place}`,
      serial: place,
    };
    const outcome = decideSignUp(command, { signUp, person }, facts);
    for (const event of outcome.kind === 'happened' ? outcome.events : []) {
      events += 1;
      if (event.type === 'MemberRegistered') person = evolvePerson(person, event);
      signUps.set(form.signUpId, evolveSignUp(signUps.get(form.signUpId) ?? unanswered, event));
    }
  });
  return { signUps, events, held: person.status === 'known' ? person.memberships : [] };
};

const kindOf = ({ segment, employer, eventCover }: HeldMembership) =>
  `${segment} ${segment === 'PU' ? employer : ''} ${eventCover?.name ?? ''}`;
const kindsAfter = (forms: readonly SignUpForm[]) => after(forms).held.map(kindOf).sort();

describe('a person’s sign-ups of a day', () => {
  const forms = fc.array(wish, { minLength: 1, maxLength: 8 }).map((wishes) => wishes.map(formOf));

  it('end in the same memberships in whatever order they come, and however often', () => {
    const shuffled = forms.chain((all) =>
      fc.tuple(
        fc.constant(all),
        fc.shuffledSubarray([...all, ...all, ...all], {
          minLength: all.length * 3,
          maxLength: all.length * 3,
        }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([once, often]) => {
        expect(kindsAfter(often)).toEqual(kindsAfter(once));
      }),
    );
  });

  it('never end in two open memberships of a kind', () => {
    fc.assert(
      fc.property(forms, (all) => {
        const kinds = kindsAfter(all);
        expect(new Set(kinds).size).toBe(kinds.length);
      }),
    );
  });

  it('are each answered once, whatever is repeated', () => {
    fc.assert(
      fc.property(forms, (all) => {
        const [once, twice] = [after(all), after([...all, ...all])];
        expect(twice.events).toBe(once.events);
        expect(twice.signUps).toEqual(once.signUps);
        expect(once.signUps.size).toBe(all.length);
      }),
    );
  });
});
