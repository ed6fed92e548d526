import { claimOf, type ClaimPlan } from './claims.js';
import { numberIn, paymentNumberIn } from './ids.js';
import {
  otherPayment,
  paymentForm,
  paymentKeyOf,
  REVERSED_AT,
  type CodeOf,
  type PaymentForm,
} from './payments.js';
import { BLOCK, inputAt, signUpOf, slotOf } from './place.js';
import { poisonOf } from './poison.js';
import { otherForm, signUpForm, type SignUpForm } from './sign-ups.js';
import type { PaymentSlot, Slot } from './slots.js';

export const SIGN_UPS_TOPIC = 'channel.sign-ups.v1';
export const PAYMENTS_TOPIC = 'gateway.payments.v1';

/** Something to be sent as one message or one request. */
export interface Envelope {
  readonly topic: typeof SIGN_UPS_TOPIC | typeof PAYMENTS_TOPIC;
  readonly type: string;
  readonly key: string;
  readonly value: string | null;
  /** Headers beside the usual ones, or instead of them; null leaves one out. */
  readonly headers: Readonly<Record<string, string | null>>;
}

const SIGN_UP = 'id.cakupan.channel.sign-up-submitted.v1';
const SETTLED = 'id.cakupan.gateway.payment-settled.v1';
const REVERSED = 'id.cakupan.gateway.payment-reversed.v1';

const ofSignUp = (form: SignUpForm, key: string = form.signUpId): Envelope => ({
  topic: SIGN_UPS_TOPIC,
  type: SIGN_UP,
  key,
  value: JSON.stringify(form),
  headers: {},
});

const ofPayment = (form: PaymentForm, key: string): Envelope => ({
  topic: PAYMENTS_TOPIC,
  type: SETTLED,
  key,
  value: JSON.stringify(form),
  headers: {},
});

const placeOfPoison = (into: 'sign-ups' | 'payments') =>
  Array.from({ length: BLOCK }, (_, place) => place).find((place) => {
    const slot = slotOf(place);
    return slot.act === 'poison' && slot.into === into;
  })!;

const POISON_AMONG_SIGN_UPS = placeOfPoison('sign-ups');
const poisonKey = (n: number) => `poison-${n}`;

/** The input whose poison an input's key waits behind. */
export const poisonBefore = (n: number): number => inputAt(n, POISON_AMONG_SIGN_UPS);

const STRAY: PaymentSlot = {
  act: 'payment',
  via: 'kafka',
  as: 'trader',
  members: [],
  by: 'code',
  months: 'first',
  flaw: null,
};

const poisonEnvelope = (seed: number, n: number, into: 'sign-ups' | 'payments'): Envelope => {
  const good =
    into === 'sign-ups'
      ? ofSignUp(signUpForm(seed, n, { ...SIGN_UP_SLOT }))
      : ofPayment(
          paymentForm(seed, n, STRAY, () => ''),
          '',
        );
  const { value, headers } = poisonOf(Math.floor(n / BLOCK) + (into === 'sign-ups' ? 0 : 5), good.value!);
  return { ...good, key: poisonKey(n), value, headers };
};

const SIGN_UP_SLOT = {
  act: 'sign-up',
  via: 'kafka',
  member: 95,
  as: 'trader',
  flaw: null,
  isAgain: false,
  isBehind: false,
} as const;

/** The reason for which the poison of input `n` is parked. */
export const poisonReason = (n: number, into: 'sign-ups' | 'payments'): string =>
  poisonOf(Math.floor(n / BLOCK) + (into === 'sign-ups' ? 0 : 5), '').reason;

const reversalEnvelope = (seed: number, n: number, of: number, lines: readonly number[] | null): Envelope => {
  const { paymentId, gateway } = paymentForm(seed, of, slotOf(of) as PaymentSlot, () => '');
  const value = JSON.stringify({ paymentId, gateway, reversedAt: REVERSED_AT, reason: `load-${n}`, lines });
  return { topic: PAYMENTS_TOPIC, type: REVERSED, key: paymentId, value, headers: {} };
};

const echo = (seed: number, of: number, isOther: boolean, codeOf: CodeOf): Envelope => {
  const slot = slotOf(of);
  if (slot.act === 'sign-up') {
    const form = signUpForm(seed, of, slot);
    return ofSignUp(isOther ? otherForm(form) : form);
  }
  const form = paymentForm(seed, of, slot as PaymentSlot, codeOf);
  return ofPayment(isOther ? otherPayment(form) : form, paymentKeyOf(form));
};

/** What input `n` of the seed says, as it goes over Kafka, or as the body of a request; null: a claim. */
export const envelopeOf = (seed: number, n: number, codeOf: CodeOf): Envelope | null => {
  const slot = slotOf(n);
  switch (slot.act) {
    case 'sign-up':
      return slot.isBehind
        ? ofSignUp(signUpForm(seed, n, slot), poisonKey(poisonBefore(n)))
        : ofSignUp(signUpForm(seed, n, slot));
    case 'payment': {
      const form = paymentForm(seed, n, slot, codeOf);
      return ofPayment(form, paymentKeyOf(form));
    }
    case 'repeat':
    case 'reuse':
      return echo(seed, inputAt(n, slot.of), slot.act === 'reuse', codeOf);
    case 'reversal':
      return reversalEnvelope(seed, n, inputAt(n, slot.of), slot.lines);
    case 'poison':
      return poisonEnvelope(seed, n, slot.into);
    case 'claim':
      return null;
  }
};

/** The claim that input `n` is. */
export const claimAt = (seed: number, n: number): ClaimPlan | null => {
  const slot = slotOf(n);
  return slot.act === 'claim' ? claimOf(seed, n, slot.decision) : null;
};

/** What must be there before an input can be sent: results of sign-ups, and acknowledgements. */
export interface Needs {
  readonly codes: readonly number[];
  readonly acknowledged: readonly number[];
}

const NOTHING: Needs = { codes: [], acknowledged: [] };

const codesNeeded = (n: number, slot: Slot): readonly number[] =>
  slot.act === 'payment' && slot.by !== 'nik'
    ? slot.members.map((member) => signUpOf(n, member, slot.as))
    : [];

/** What must be there before input `n` can be sent. */
export const needsOf = (n: number): Needs => {
  const slot = slotOf(n);
  switch (slot.act) {
    case 'sign-up':
      return slot.isBehind ? { codes: [], acknowledged: [poisonBefore(n)] } : NOTHING;
    case 'payment':
      return { codes: codesNeeded(n, slot), acknowledged: [] };
    case 'repeat':
    case 'reuse': {
      const of = inputAt(n, slot.of);
      return { codes: codesNeeded(of, slotOf(of)), acknowledged: [of] };
    }
    case 'reversal':
      return { codes: [], acknowledged: slot.isAfter ? [inputAt(n, slot.of)] : [] };
    case 'claim':
      return { codes: [signUpOf(n, slot.member, 'claimant')], acknowledged: [] };
    case 'poison':
      return NOTHING;
  }
};

/** The input that first used the id of a sign-up; null: none of this seed did. */
export const inputOfSignUp = (seed: number, signUpId: string): number | null =>
  numberIn('sign-up', seed, signUpId);

/** The input that first used the id of a payment; null: none of this seed did. */
export const inputOfPayment = (seed: number, paymentId: string): number | null =>
  paymentNumberIn(seed, paymentId);
