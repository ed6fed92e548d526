import {
  assertNever,
  type ChannelKind,
  type Day,
  type Outcome,
  type PayerKind,
  type Programme,
  type Reason,
  type Segment,
} from '#libs/kernel';
import type { IdentityDifference } from '../identity/identity.js';
import type { EventCover, HeldMembership } from '../person/person.js';

/** A sign-up as a channel sends it. It names the person, so it is held in memory only. Money in rupiah a month. */
export interface SignUpForm {
  readonly signUpId: string;
  /** RFC 3339 with offset. */
  readonly submittedAt: string;
  readonly channel: {
    readonly kind: ChannelKind;
    readonly code: string;
    readonly agent?: string | null;
    readonly campaign?: string | null;
  };
  readonly person: {
    readonly nik: string;
    readonly fullName: string;
    readonly birthDate: Day;
    readonly sex: 'female' | 'male';
    readonly mobile?: string | null;
    readonly email?: string | null;
    readonly address?: string | null;
  };
  /** A Kemendagri code. */
  readonly residence?: string | null;
  readonly segment: Segment;
  readonly occupations: readonly string[];
  readonly declaredIncome: number;
  readonly programmes: readonly Programme[];
  readonly startsOn: Day;
  readonly eventCover?: EventCover | null;
  readonly employer?: { readonly code: string; readonly name?: string | null } | null;
  readonly payer: { readonly kind: PayerKind; readonly code?: string | null };
  readonly consent: { readonly textVersion: string; readonly givenAt: string };
}

export type SignUpResult =
  | {
      readonly status: 'accepted';
      readonly outcome: 'registered' | 'already-member';
      readonly membershipId: string;
      readonly memberNumber: string;
      readonly paymentCode: string;
      readonly warnings: readonly Reason[];
    }
  | { readonly status: 'refused'; readonly reasons: readonly [Reason, ...Reason[]] };

/** What became of a `signUpId` so far. Contents are told apart by a keyed hash, since they cover a NIK. */
export type SignUp =
  | { readonly status: 'unanswered' }
  | {
      readonly status: 'answered';
      readonly contentHash: string;
      readonly result: SignUpResult;
      /** Other contents that came under the same id and were refused. */
      readonly otherHashes: readonly string[];
    };

export type MemberRegistered = {
  readonly type: 'MemberRegistered';
  readonly personId: string;
} & HeldMembership & {
    readonly basisRupiah: number;
    readonly registeredOn: Day;
    /** What the stated code stands for on that day. */
    readonly residence: string | null;
  };

/** The membership was registered under a NIK that somebody with another name or birth date had before. */
export interface IdentityDoubted {
  readonly type: 'IdentityDoubted';
  readonly membershipId: string;
  readonly differs: readonly IdentityDifference[];
}

export type SignUpEvent =
  | MemberRegistered
  | IdentityDoubted
  | { readonly type: 'SignUpAnswered'; readonly contentHash: string; readonly result: SignUpResult }
  | { readonly type: 'SignUpIdReused'; readonly contentHash: string };

/** What the sender is told: this is the result, it was the result before, or the id belongs to another content. */
export type SignUpAnswer = 'new' | 'repeat' | 'id-reused';

export const unanswered: SignUp = { status: 'unanswered' };

export const evolveSignUp = (signUp: SignUp, event: SignUpEvent): SignUp => {
  switch (event.type) {
    case 'SignUpAnswered':
      return { status: 'answered', contentHash: event.contentHash, result: event.result, otherHashes: [] };
    case 'SignUpIdReused':
      return signUp.status === 'answered'
        ? { ...signUp, otherHashes: [...signUp.otherHashes, event.contentHash] }
        : signUp;
    case 'MemberRegistered':
    case 'IdentityDoubted':
      return signUp;
    default:
      return assertNever(event);
  }
};

/** What an outcome of the decision means to the sender. */
export const answerOf = (outcome: Outcome<SignUpEvent>): SignUpAnswer => {
  if (outcome.kind !== 'happened') return outcome.reason === 'already-answered' ? 'repeat' : 'id-reused';
  return outcome.events.some(({ type }) => type === 'SignUpIdReused') ? 'id-reused' : 'new';
};
