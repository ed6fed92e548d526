import type { Cause } from '#libs/contracts';
import type { Batch, Day, Outcome } from '#libs/kernel';
import type { Identity } from '../domain/identity/identity.js';
import type { Person } from '../domain/person/person.js';
import type { EmployerSize } from '../domain/sign-up/programmes-offered.js';
import type { RegionChange } from '../domain/region/region-change.js';
import type { SignUpFacts } from '../domain/sign-up/sign-up.rules.js';
import type {
  SignUp,
  SignUpAnswer,
  SignUpEvent,
  SignUpForm,
  SignUpResult,
} from '../domain/sign-up/sign-up.js';

/** A sign-up that came over a topic, HTTP or in a file. */
export interface SignUpCommand extends Cause {
  readonly data: SignUpForm;
  /** When the message says that it was sent; heeded by the story clock alone. */
  readonly recordedAt: string | null;
  /** Somebody else pays for a list: who is covered already is not paid for twice. */
  readonly skipsCovered?: boolean;
}

/** What the store adds to a command: what is known of it, and names for what may be new. */
export interface SignUpGiven {
  readonly signUp: SignUp;
  readonly person: Person;
  readonly contentHash: string;
  readonly personId: string;
  readonly membershipId: string;
  readonly serial: number;
  readonly recordedAt: string;
  /** What was stated under the NIK before. */
  readonly identities: readonly Identity[];
  readonly channelOf: SignUpFacts['channelOf'];
  readonly agentOf: SignUpFacts['agentOf'];
  /** What became of a code of residence; `null` where nothing did. */
  readonly regionChangeOf: (code: string) => RegionChange | null;
  readonly employerSize: (code: string) => EmployerSize | null;
  readonly isPaidThroughout: (membershipId: string, from: Day, through: Day) => boolean;
}

export type DecideSignUpCommand = (command: SignUpCommand, given: SignUpGiven) => Outcome<SignUpEvent>;

/** An outcome with the result that stands for the sign-up, and what the sender is told. */
export type SignUpOutcome = Outcome<SignUpEvent> & {
  readonly answer: SignUpAnswer;
  readonly result: SignUpResult;
};

/** A sign-up as it was answered, with what says who may see it. */
export interface AnsweredSignUp {
  readonly channelCode: string;
  readonly residence: string | null;
  readonly result: SignUpResult;
}

/** The sign-ups and the persons and memberships that they lead to. */
export abstract class SignUps {
  /** Decides the batch in order, each sign-up on what those before it left behind, and keeps all of it or nothing. */
  abstract change(
    batch: Batch<SignUpCommand>,
    decide: DecideSignUpCommand,
  ): Promise<readonly SignUpOutcome[]>;
  /** What `change` would come to now; nothing is kept. */
  abstract preview(command: SignUpCommand, decide: DecideSignUpCommand): Promise<SignUpOutcome>;
  /** `null` when no such sign-up was answered. */
  abstract find(signUpId: string): Promise<AnsweredSignUp | null>;
}
