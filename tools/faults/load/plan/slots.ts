/** Over which way in an input goes. */
export type Via = 'kafka' | 'http';

/** As what a member signs up; one member may do so in several ways. */
export type Membership = 'trader' | 'claimant' | 'athlete' | 'worker';

/** For what a sign-up is refused. */
export type SignUpFlaw =
  'nik-implausible' | 'income-below-least' | 'programme-not-offered' | 'consent-after-sign-up';

/** For what a payment is refused. */
export type PaymentFlaw = 'amount-does-not-fit' | 'month-not-due' | 'lines-sum-differs';

export interface SignUpSlot {
  readonly act: 'sign-up';
  readonly via: Via;
  readonly member: number;
  readonly as: Membership;
  readonly flaw: SignUpFlaw | null;
  /** A second form under another id, of somebody who signs up in another slot as well. */
  readonly isAgain: boolean;
  /** Its key waits behind a poison message: it is never read. */
  readonly isBehind: boolean;
}

export interface PaymentSlot {
  readonly act: 'payment';
  readonly via: Via;
  readonly as: Membership;
  /** Who is paid for; none for money that nobody is found for. */
  readonly members: readonly number[];
  readonly by: 'code' | 'nik' | 'lines';
  readonly months: 'first' | 'second';
  readonly flaw: PaymentFlaw | null;
}

/** What an earlier slot of the block says, said again: the very same, or with other content under the same id. */
export interface EchoSlot {
  readonly act: 'repeat' | 'reuse';
  readonly via: Via;
  readonly of: number;
}

export interface ReversalSlot {
  readonly act: 'reversal';
  readonly via: 'kafka';
  readonly of: number;
  readonly lines: readonly number[] | null;
  /** Sent only when the payment has been acknowledged; else it may well come before it. */
  readonly isAfter: boolean;
}

export interface PoisonSlot {
  readonly act: 'poison';
  readonly via: 'kafka';
  readonly into: 'sign-ups' | 'payments';
}

export interface ClaimSlot {
  readonly act: 'claim';
  readonly via: 'http';
  readonly member: number;
  readonly decision: 'approved' | 'rejected';
}

export type Slot = SignUpSlot | PaymentSlot | EchoSlot | ReversalSlot | PoisonSlot | ClaimSlot;

/** Who has room in a block, those who are only made up for a refusal among them. */
export const MEMBERS_PER_BLOCK = 100;

const range = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

const signUp = (via: Via, member: number, as: Membership, more: Partial<SignUpSlot> = {}): SignUpSlot => ({
  act: 'sign-up',
  via,
  member,
  as,
  flaw: null,
  isAgain: false,
  isBehind: false,
  ...more,
});

const payment = (via: Via, members: readonly number[], more: Partial<PaymentSlot> = {}): PaymentSlot => ({
  act: 'payment',
  via,
  members,
  as: 'trader',
  by: 'code',
  months: 'first',
  flaw: null,
  ...more,
});

/** Money for people who have not signed up yet. */
const EARLY: readonly Slot[] = [
  ...range(50, 59).map((member) => payment('kafka', [member], { by: 'nik' })),
  ...[60, 61].map((member) => payment('http', [member], { by: 'nik' })),
];

const SIGN_UPS: readonly Slot[] = [
  ...range(0, 69).map((member) => signUp('kafka', member, 'trader')),
  ...[...range(70, 80), 82].map((member) => signUp('http', member, 'trader')),
  ...[81, 83].map((member) => signUp('http', member, 'claimant')),
  signUp('kafka', 84, 'athlete'),
  signUp('http', 85, 'athlete'),
  ...[...range(86, 89), ...range(0, 5)].map((member) => signUp('kafka', member, 'worker')),
  ...[6, 7].map((member) => signUp('kafka', member, 'trader', { isAgain: true })),
  signUp('http', 70, 'trader', { isAgain: true }),
  signUp('kafka', 90, 'trader', { flaw: 'nik-implausible' }),
  signUp('kafka', 91, 'trader', { flaw: 'income-below-least' }),
  signUp('kafka', 92, 'trader', { flaw: 'programme-not-offered' }),
  signUp('http', 93, 'trader', { flaw: 'consent-after-sign-up' }),
  { act: 'poison', via: 'kafka', into: 'sign-ups' },
  signUp('kafka', 94, 'trader', { isBehind: true }),
];

const PAYMENTS: readonly Slot[] = [
  ...range(12, 49).map((member) => payment('kafka', [member])),
  ...range(73, 80).map((member) => payment('http', [member])),
  payment('http', [81], { as: 'claimant' }),
  payment('kafka', [84], { as: 'athlete' }),
  payment('http', [85], { as: 'athlete' }),
  payment('kafka', [...range(0, 5), ...range(86, 89)], { as: 'worker', by: 'lines' }),
  payment('kafka', range(62, 66), { by: 'lines' }),
  payment('http', range(67, 69), { by: 'lines' }),
  payment('kafka', [], { by: 'nik' }),
  payment('http', [], { by: 'code' }),
  payment('kafka', [6], { flaw: 'amount-does-not-fit' }),
  payment('kafka', [7], { flaw: 'month-not-due' }),
  payment('kafka', [8, 9], { by: 'lines', flaw: 'lines-sum-differs' }),
  payment('http', [82], { flaw: 'amount-does-not-fit' }),
  ...range(12, 19).map((member) => payment('kafka', [member], { months: 'second' })),
];

const ORDINARY: readonly Slot[] = [...EARLY, ...SIGN_UPS, ...PAYMENTS];

const isOf = (slot: Slot, member: number, as: Membership): slot is SignUpSlot =>
  slot.act === 'sign-up' && slot.member === member && slot.as === as && !slot.isAgain;

/** The place in the block of the sign-up that a member's membership comes from. */
export const signUpPlace = (member: number, as: Membership): number =>
  ORDINARY.findIndex((slot) => isOf(slot, member, as));

const paymentPlace = (member: number): number =>
  ORDINARY.findIndex((slot) => slot.act === 'payment' && slot.members[0] === member && slot.flaw === null);

const repeat = (via: Via, of: number): Slot => ({ act: 'repeat', via, of });
const reuse = (via: Via, of: number): Slot => ({ act: 'reuse', via, of });
const reversal = (of: number, more: { isAfter: boolean; lines?: readonly number[] }): Slot => ({
  act: 'reversal',
  via: 'kafka',
  of,
  lines: null,
  ...more,
});

const LATER: readonly Slot[] = [
  repeat('kafka', signUpPlace(8, 'trader')),
  repeat('http', signUpPlace(9, 'trader')),
  repeat('http', signUpPlace(71, 'trader')),
  reuse('kafka', signUpPlace(10, 'trader')),
  reuse('http', signUpPlace(72, 'trader')),
  repeat('kafka', paymentPlace(12)),
  repeat('http', paymentPlace(13)),
  repeat('http', paymentPlace(73)),
  reuse('kafka', paymentPlace(14)),
  reuse('http', paymentPlace(74)),
  reversal(paymentPlace(15), { isAfter: true }),
  reversal(paymentPlace(16), { isAfter: false }),
  reversal(paymentPlace(50), { isAfter: true }),
  reversal(paymentPlace(62), { isAfter: true, lines: [1, 3] }),
  { act: 'poison', via: 'kafka', into: 'payments' },
  { act: 'claim', via: 'http', member: 81, decision: 'approved' },
  { act: 'claim', via: 'http', member: 83, decision: 'rejected' },
];

/** What a block of inputs consists of: the same in each, but for the people in it and the kinds of poison. */
export const SLOTS: readonly Slot[] = [...ORDINARY, ...LATER];
