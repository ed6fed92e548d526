import { addMonths, type Month } from '#libs/kernel';
import type { PaymentReversed, PaymentSettled } from '#libs/contracts';
import { Chance } from '../chance/chance.js';
import { paymentIdOf, SELF_GATEWAYS, type Gateway } from '../money/gateways.js';
import { firstMonthOf, groupPaysAt, type Group } from '../groups/groups.js';
import {
  dayBetween,
  inJakarta,
  jakartaText,
  STORY_BEGINS_ON,
  STORY_ENDS_AT,
  type Seconds,
} from '../instants.js';
import type { Enrolment, Term } from '../lives/life.js';
import type { Plan } from '../plan.js';
import { meansOf, ordinalOf, payerOf } from './sign-up-message.js';

/** A payment's place among those of its enrolment. */
export interface PaymentPlace {
  readonly person: number;
  readonly enrolment: number;
  readonly term: number;
}

/** Tells the payment code of a sign-up by its ordinal, once its result has come. */
export type PaymentCodes = (ordinal: number) => string;

/** An enrolment has fewer payments than this; numbers of payments are made with it. */
const TERMS_MAX = 32;

/** A number for each payment of a plan's persons. */
export const paymentNumberOf = ({ person, enrolment, term }: PaymentPlace): number =>
  ordinalOf(person, enrolment) * TERMS_MAX + term;

/** A number for each payment of a plan's groups. */
export const groupPaymentNumberOf = ({ group, number }: GroupPaymentPlace): number =>
  group * TERMS_MAX + number;

const months = (from: Month, count: number): Month[] =>
  Array.from({ length: count }, (_, index) => addMonths(from, index));

/** What identifies a payment. */
export type PaymentKey = Pick<PaymentSettled, 'gateway' | 'paymentId'>;

const found = (plan: Plan, { person, enrolment, term }: PaymentPlace): { stated: Enrolment; paid: Term } => {
  const stated = plan.life(person).enrolments[enrolment]!;
  return { stated, paid: stated.terms[term]! };
};

export const paymentKeyOf = (plan: Plan, place: PaymentPlace): PaymentKey => {
  const { gateway, settledAt } = found(plan, place).paid;
  return {
    gateway: gateway.name,
    paymentId: paymentIdOf(gateway, settledAt, paymentNumberOf(place), plan.mark),
  };
};

/** The payment as its gateway sends it. */
export const paymentMessage = (plan: Plan, place: PaymentPlace, codes: PaymentCodes): PaymentSettled => {
  const { person, enrolment } = place;
  const { stated, paid } = found(plan, place);
  const { monthRupiah } = meansOf(plan, person, enrolment, stated);
  return {
    ...paymentKeyOf(plan, place),
    method: paid.gateway.method,
    paymentCode: paid.byNik ? null : codes(ordinalOf(person, enrolment)),
    nik: paid.byNik ? plan.who(person).nik : null,
    amount: monthRupiah * paid.months + paid.surplusRupiah,
    currency: 'IDR',
    settledAt: jakartaText(paid.settledAt),
    months: paid.statesMonths ? months(paid.from, paid.months) : null,
    payer: { kind: stated.payer, code: payerOf(plan, person, stated).code },
    lines: null,
  };
};

/** The reversal as the gateway of the payment sends it. */
export const reversalMessage = (plan: Plan, place: PaymentPlace): PaymentReversed => {
  const { paid } = found(plan, place);
  return {
    ...paymentKeyOf(plan, place),
    reversedAt: jakartaText(paid.reversedAt!),
    reason: 'taken-back-by-payer',
    lines: null,
  };
};

/** The persons for whom a group's `number`-th payment (from 0) is. */
export const personsPaidFor = (plan: Plan, { first, count }: Group, number: number): number[] =>
  Array.from({ length: count }, (_, index) => first + index).filter(
    (person) => plan.life(person).enrolments[0]!.place!.joins <= number,
  );

/** A group's payment: its place among those of the group, from 0. */
export interface GroupPaymentPlace {
  readonly group: number;
  readonly number: number;
}

export const groupPaymentKeyOf = (plan: Plan, place: GroupPaymentPlace): PaymentKey => {
  const group = plan.groups[place.group]!;
  const settledAt = groupPaysAt(plan.seed, place.group, group, place.number);
  const paymentId = paymentIdOf(group.gateway, settledAt, groupPaymentNumberOf(place), plan.mark);
  return { gateway: group.gateway.name, paymentId };
};

/** A group's payment with a line for each member; for a contest the lines name no months. */
export const groupPaymentMessage = (
  plan: Plan,
  place: GroupPaymentPlace,
  codes: PaymentCodes,
): PaymentSettled => {
  const group = plan.groups[place.group]!;
  const from = firstMonthOf(group, place.number);
  const lines = personsPaidFor(plan, group, place.number).map((person) => ({
    paymentCode: codes(ordinalOf(person, 0)),
    months: from === null ? null : months(from, group.months),
    amount: meansOf(plan, person, 0, plan.life(person).enrolments[0]!).monthRupiah * group.months,
  }));
  return {
    ...groupPaymentKeyOf(plan, place),
    method: group.gateway.method,
    paymentCode: null,
    nik: null,
    amount: lines.reduce((sum, { amount }) => sum + amount, 0),
    currency: 'IDR',
    settledAt: jakartaText(groupPaysAt(plan.seed, place.group, group, place.number)),
    months: null,
    payer: { kind: group.payer, code: group.code },
    lines,
  };
};

/** When a payment without a home was made. */
export const strayPaidAt = (plan: Plan, stray: number): Seconds => {
  const chance = new Chance(plan.seed, 'stray', stray);
  const at = inJakarta(dayBetween(STORY_BEGINS_ON, '2024-12-16', chance.share()), chance.between(8, 20));
  return Math.min(at, STORY_ENDS_AT);
};

const STRAY_RUPIAH = 16_800;
/** Codes carry the year of registration behind the biller's number: none has 99. */
const STRAY_CODE = 8_888_899_000_000_000;

const strayGateway = (plan: Plan, stray: number): Gateway => {
  const drawn = SELF_GATEWAYS.draw(new Chance(plan.seed, 'stray-gateway', stray));
  return { ...drawn, prefix: 'STRY' };
};

export const strayKeyOf = (plan: Plan, stray: number): PaymentKey => {
  const gateway = strayGateway(plan, stray);
  return {
    gateway: gateway.name,
    paymentId: paymentIdOf(gateway, strayPaidAt(plan, stray), stray, plan.mark),
  };
};

/** A payment for a code that nobody has. */
export const strayMessage = (plan: Plan, stray: number): PaymentSettled => ({
  ...strayKeyOf(plan, stray),
  method: strayGateway(plan, stray).method,
  paymentCode: String(STRAY_CODE + stray),
  nik: null,
  amount: STRAY_RUPIAH,
  currency: 'IDR',
  settledAt: jakartaText(strayPaidAt(plan, stray)),
  months: null,
  payer: { kind: 'self', code: null },
  lines: null,
});
