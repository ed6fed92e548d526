import type { Identity, IdentityDifference } from '../../domain/identity/identity.js';
import { evolvePerson, nobody, type Person } from '../../domain/person/person.js';
import type { RegionChange } from '../../domain/region/region-change.js';
import type { Entries } from '../../domain/register/register.js';
import type { EmployerSize } from '../../domain/sign-up/programmes-offered.js';
import {
  evolveSignUp,
  unanswered,
  type IdentityDoubted,
  type MemberRegistered,
  type SignUp,
  type SignUpEvent,
} from '../../domain/sign-up/sign-up.js';
import { neverPaid, type Standing } from '../../domain/standing/standing.js';
import type { SignUpCommand } from '../../use-cases/sign-ups.js';
import type { StandingState } from './standing-rows.js';

/** A command with the names under which the database knows what it concerns. */
export interface NamedSignUp {
  readonly command: SignUpCommand;
  readonly signUpId: string;
  readonly nikToken: string;
  readonly contentHash: string;
}

export interface SignUpState {
  readonly signUp: SignUp;
  /** How many results were published. */
  readonly version: number;
  readonly recordedAt: string | null;
  readonly channelCode: string;
  readonly residence: string | null;
}

/** A sign-up that has been answered. */
export type AnsweredState = SignUpState & {
  readonly signUp: SignUp & { readonly status: 'answered' };
  readonly recordedAt: string;
};

export interface PersonState {
  readonly person: Person;
  /** `null` for somebody new. */
  readonly wrappedKey: Buffer | null;
  /** What was stated under the NIK before. */
  readonly identities: readonly Identity[];
}

export interface RegisterEntries {
  readonly channels: ReadonlyMap<string, Entries['channel']>;
  /** The channels that a channel is a part of, the nearest first. */
  readonly channelsAbove: (code: string) => readonly string[];
  readonly agents: ReadonlyMap<string, Entries['agent']>;
  readonly employerSizes: ReadonlyMap<string, EmployerSize | null>;
  readonly regionChanges: ReadonlyMap<string, RegionChange>;
}

/** Something that a decision made, to be written. */
export interface Registered {
  readonly of: NamedSignUp;
  readonly event: MemberRegistered;
  readonly recordedAt: string;
  readonly isNewPerson: boolean;
  /** Of the person's vault key; `null` for somebody new, also somebody new to this batch. */
  readonly wrappedKey: Buffer | null;
}

/** A membership that was registered under a NIK which somebody with another name or birth date had before. */
export interface Doubt {
  readonly membershipId: string;
  readonly personId: string;
  readonly differs: readonly IdentityDifference[];
  readonly channelCode: string;
  readonly residence: string | null;
  readonly openedAt: string;
}

/** What a batch has loaded and what its decisions have made of it so far: each one sees those before it. */
export class SignUpsInHand {
  readonly registered: Registered[] = [];
  readonly doubts: Doubt[] = [];
  readonly conflicts: { readonly signUpId: string; readonly contentHash: string }[] = [];
  private readonly changed = new Map<string, AnsweredState>();

  constructor(
    private readonly signUps: Map<string, SignUpState>,
    private readonly people: Map<string, PersonState>,
    readonly registers: RegisterEntries,
    private readonly standings: ReadonlyMap<string, Pick<StandingState, 'standing'>>,
  ) {}

  signUp({ signUpId, command }: NamedSignUp): SignUpState {
    const { channel, residence = null } = command.data;
    const fresh = { signUp: unanswered, version: 0, recordedAt: null, channelCode: channel.code, residence };
    return this.signUps.get(signUpId) ?? fresh;
  }

  person({ nikToken }: NamedSignUp): PersonState {
    return this.people.get(nikToken) ?? { person: nobody, wrappedKey: null, identities: [] };
  }

  /** Where a membership stands; of one that was not asked for, nothing is known. */
  standing(membershipId: string): Standing {
    return this.standings.get(membershipId)?.standing ?? neverPaid;
  }

  /** The sign-ups that are to be written. */
  changedSignUps(): readonly (readonly [signUpId: string, state: AnsweredState])[] {
    return [...this.changed];
  }

  /** Takes one event of a decision in. */
  apply(of: NamedSignUp, event: SignUpEvent, recordedAt: string): void {
    if (event.type === 'MemberRegistered') return this.register(of, event, recordedAt);
    if (event.type === 'IdentityDoubted') return this.doubt(of, event, recordedAt);
    if (event.type === 'SignUpIdReused')
      this.conflicts.push({ signUpId: of.signUpId, contentHash: event.contentHash });
    const before = this.signUp(of);
    const signUp = evolveSignUp(before.signUp, event);
    if (signUp.status === 'unanswered') throw new Error('an answer must leave its sign-up answered');
    const after = { ...before, signUp, version: before.version + 1, recordedAt };
    this.signUps.set(of.signUpId, after);
    this.changed.set(of.signUpId, after);
  }

  private register(of: NamedSignUp, event: MemberRegistered, recordedAt: string): void {
    const { person, wrappedKey, identities } = this.person(of);
    const { fullName, birthDate } = of.command.data.person;
    this.registered.push({ of, event, recordedAt, isNewPerson: person.status === 'unknown', wrappedKey });
    this.people.set(of.nikToken, {
      person: evolvePerson(person, event),
      wrappedKey,
      identities: [...identities, { fullName, birthDate }],
    });
  }

  private doubt(of: NamedSignUp, { membershipId, differs }: IdentityDoubted, openedAt: string): void {
    const { person } = this.person(of);
    if (person.status === 'unknown') throw new Error('nobody is doubted who is not known');
    const { channelCode, residence } = this.signUp(of);
    this.doubts.push({ membershipId, personId: person.personId, differs, channelCode, residence, openedAt });
  }
}
