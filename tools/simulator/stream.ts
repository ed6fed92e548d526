import { paymentReversed, paymentSettled, signUpSubmitted, type PaymentSettled } from '#libs/contracts';
import type { OutgoingMessage } from '#libs/messaging';
import { storyUuid } from '../sample/chance/chance.js';
import type { Seconds } from '../sample/instants.js';
import {
  groupPaymentMessage,
  groupPaymentKeyOf,
  groupPaymentNumberOf,
  paymentMessage,
  paymentKeyOf,
  paymentNumberOf,
  personsPaidFor,
  reversalMessage,
  strayKeyOf,
  strayMessage,
  type PaymentCodes,
  type PaymentKey,
} from '../sample/messages/payment-message.js';
import type { Plan } from '../sample/plan.js';
import { ordinalOf, signUpMessage } from '../sample/messages/sign-up-message.js';
import type { Entry, Timetable } from '../sample/timetable.js';
import { cloudEvent } from './cloud-event.js';

/** A sign-up that is ready to be sent. */
export interface SignUpItem {
  readonly at: Seconds;
  readonly person: number;
  readonly ordinal: number;
  readonly signUpId: string;
  /** The ordinal of a sign-up of the same person whose result has to come first; else which of them is new is chance. */
  readonly comesAfter: number | null;
  readonly message: OutgoingMessage;
}

/** Money that can be sent as soon as the payment codes of its sign-ups are known. */
export interface MoneyItem {
  readonly at: Seconds;
  /** What identifies the payment; null for a reversal, to which no result comes. */
  readonly payment: PaymentKey | null;
  /** The payment that a reversal takes back. */
  readonly reverses: PaymentKey | null;
  /** Ordinals of the sign-ups whose results have to come first. */
  readonly needs: readonly number[];
  /** Makes the message; `codes` must know what the item needs. */
  readonly message: (codes: PaymentCodes) => OutgoingMessage;
}

const signUpItem = (
  plan: Plan,
  at: Seconds,
  { person, enrolment }: Entry & { kind: 'sign-up' },
): SignUpItem => {
  const signUp = signUpMessage(plan, person, enrolment);
  const ordinal = ordinalOf(person, enrolment);
  const id = storyUuid(plan.seed, 'sign-up-event', ordinal, at * 1_000);
  const source = `/channels/${signUp.channel.kind}/${signUp.channel.code}`;
  const { isRepeat } = plan.life(person).enrolments[enrolment]!;
  return {
    at,
    person,
    ordinal,
    signUpId: signUp.signUpId,
    comesAfter: isRepeat ? ordinalOf(person, 0) : null,
    message: cloudEvent(signUpSubmitted, signUp, { id, source, at }),
  };
};

/** The sign-ups of a plan in story order; one is made when it is asked for. */
export function* signUpsInOrder(plan: Plan, { signUps }: Timetable): Generator<SignUpItem> {
  for (let position = 0; position < signUps.length; position += 1) {
    const { at, entry } = signUps.at(position);
    if (entry.kind === 'sign-up') yield signUpItem(plan, at, entry);
  }
}

const sourceOf = (gateway: string) => `/gateways/${gateway}`;

const paymentEvent = (plan: Plan, at: Seconds, purpose: string, number: number, payment: PaymentSettled) =>
  cloudEvent(paymentSettled, payment, {
    id: storyUuid(plan.seed, purpose, number, at * 1_000),
    source: sourceOf(payment.gateway),
    at,
  });

type PersonsMoney = Extract<Entry, { term: number }>;

const payment = (plan: Plan, at: Seconds, entry: PersonsMoney): MoneyItem => {
  const ordinal = ordinalOf(entry.person, entry.enrolment);
  const number = paymentNumberOf(entry);
  return {
    at,
    payment: paymentKeyOf(plan, entry),
    reverses: null,
    needs: [ordinal],
    message: (codes) => paymentEvent(plan, at, 'payment', number, paymentMessage(plan, entry, codes)),
  };
};

/** Keyed like its payment, so that whatever follows it for the same membership finds it done. */
const reversal = (plan: Plan, at: Seconds, entry: PersonsMoney): MoneyItem => {
  const ordinal = ordinalOf(entry.person, entry.enrolment);
  const taken = () => reversalMessage(plan, entry);
  const id = storyUuid(plan.seed, 'reversal', paymentNumberOf(entry), at * 1_000);
  return {
    at,
    payment: null,
    reverses: paymentKeyOf(plan, entry),
    needs: [ordinal],
    message: (codes) =>
      cloudEvent(paymentReversed, taken(), {
        id,
        source: sourceOf(taken().gateway),
        at,
        key: codes(ordinal),
      }),
  };
};

const groupPayment = (plan: Plan, at: Seconds, entry: Entry & { kind: 'group-payment' }): MoneyItem => ({
  at,
  payment: groupPaymentKeyOf(plan, entry),
  reverses: null,
  needs: personsPaidFor(plan, plan.groups[entry.group]!, entry.number).map((person) => ordinalOf(person, 0)),
  message: (codes) =>
    paymentEvent(plan, at, 'group', groupPaymentNumberOf(entry), groupPaymentMessage(plan, entry, codes)),
});

const stray = (plan: Plan, at: Seconds, { stray: number }: Entry & { kind: 'stray' }): MoneyItem => ({
  at,
  payment: strayKeyOf(plan, number),
  reverses: null,
  needs: [],
  message: () => paymentEvent(plan, at, 'stray', number, strayMessage(plan, number)),
});

const moneyItem = (plan: Plan, at: Seconds, entry: Entry): MoneyItem | null => {
  switch (entry.kind) {
    case 'payment':
      return payment(plan, at, entry);
    case 'reversal':
      return reversal(plan, at, entry);
    case 'group-payment':
      return groupPayment(plan, at, entry);
    case 'stray':
      return stray(plan, at, entry);
    default:
      return null;
  }
};

/** Payments and reversals of a plan in story order; the messages need the payment codes. */
export function* moneyInOrder(plan: Plan, { money }: Timetable): Generator<MoneyItem> {
  for (let position = 0; position < money.length; position += 1) {
    const { at, entry } = money.at(position);
    const item = moneyItem(plan, at, entry);
    if (item !== null) yield item;
  }
}
