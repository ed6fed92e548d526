import {
  memberRegistered,
  newEvent,
  paymentIdentityRecorded,
  signUpAccepted,
  signUpRefused,
  type Cause,
  type MemberRegistered as MemberRegisteredData,
  type NewEvent,
} from '#libs/contracts';
import { assertNever, type Ids } from '#libs/kernel';
import type {
  MemberRegistered,
  SignUpEvent,
  SignUpForm,
  SignUpResult,
} from '../../domain/sign-up/sign-up.js';
import type { SignUpCommand } from '../../use-cases/sign-ups.js';
import type { NamedSignUp } from './sign-ups-in-hand.js';
import { firstTerms } from './write-sign-ups.js';

interface Given {
  readonly recordedAt: string;
  /** Which of the sign-up's results this is: 1, 2, 3 … */
  readonly sequence: number;
  /** The channels that the sign-up's channel is a part of. */
  readonly partOf: readonly string[];
}

const NIK_DIGITS = 16;

/** A channel may have made an id of the NIK; such a one is not handed on. */
const causeOf = ({ data, eventId, correlationId, traceparent }: SignUpCommand): Cause => {
  const { nik } = data.person;
  const tells = (text: string) => nik.length >= NIK_DIGITS && text.includes(nik);
  return {
    eventId: tells(eventId) ? data.signUpId : eventId,
    correlationId: tells(correlationId) ? data.signUpId : correlationId,
    traceparent: traceparent === null || tells(traceparent) ? null : traceparent,
  };
};

const channelOf = ({ channel: { kind, code, campaign = null } }: SignUpForm, partOf: readonly string[]) => ({
  kind,
  code,
  campaign,
  ...(partOf.length > 0 && { partOf: [...partOf] }),
});

const memberData = (
  { command, signUpId }: NamedSignUp,
  event: MemberRegistered,
  partOf: readonly string[],
): MemberRegisteredData => {
  const form = command.data;
  const { programmes, occupations, ...terms } = firstTerms(form, event);
  return {
    membershipId: event.membershipId,
    personId: event.personId,
    memberNumber: event.memberNumber,
    paymentCode: event.paymentCode,
    ...terms,
    programmes: [...programmes],
    occupations: [...occupations],
    sex: form.person.sex,
    birthYear: Number(form.person.birthDate.slice(0, 4)),
    channel: channelOf(form, partOf),
    employer: event.employer,
    eventCover: event.eventCover,
    registeredOn: event.registeredOn,
    startsOn: form.startsOn,
    signUpId,
  };
};

/** What the services and the channel are told of one event of a sign-up's decision. */
export const messagesOf = (of: NamedSignUp, event: SignUpEvent, given: Given, ids: Ids): NewEvent[] => {
  const cause = causeOf(of.command);
  const { recordedAt } = given;
  const next = (sequence: number) => ({ eventId: ids.next(), sequence, recordedAt, cause });
  const result = (answer: SignUpResult): NewEvent => {
    if (answer.status === 'refused') {
      return newEvent(
        signUpRefused,
        { signUpId: of.signUpId, reasons: [...answer.reasons] },
        next(given.sequence),
      );
    }
    const { status: _, warnings, ...accepted } = answer;
    const data = { signUpId: of.signUpId, ...accepted, warnings: [...warnings] };
    return newEvent(signUpAccepted, data, next(given.sequence));
  };
  switch (event.type) {
    case 'MemberRegistered': {
      const { membershipId, personId, paymentCode } = event;
      const identity = { membershipId, personId, nikToken: of.nikToken, paymentCode };
      return [
        newEvent(memberRegistered, memberData(of, event, given.partOf), next(1)),
        newEvent(paymentIdentityRecorded, identity, next(1)),
      ];
    }
    case 'IdentityDoubted':
      return []; // the sender is warned in the result; nobody else hears of it
    case 'SignUpAnswered':
      return [result(event.result)];
    case 'SignUpIdReused':
      return [result({ status: 'refused', reasons: ['sign-up-id-reused'] })];
    default:
      return assertNever(event);
  }
};
