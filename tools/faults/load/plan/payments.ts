import { paymentIdOf } from './ids.js';
import { personOf } from './people.js';
import { personNumber, signUpOf } from './place.js';
import { times, total, traderAmounts, WORKER_AMOUNTS, type Amounts } from './prices.js';
import { EMPLOYERS, ORGANISER } from './sign-ups.js';
import type { Membership, PaymentSlot } from './slots.js';

/** The payment code of the membership that input `n` signed up for; throws while its result is not known. */
export type CodeOf = (n: number) => string;

/** A payment as its gateway sends it. */
export interface PaymentForm {
  readonly paymentId: string;
  readonly gateway: string;
  readonly method: string;
  readonly paymentCode: string | null;
  readonly nik: string | null;
  readonly amount: number;
  readonly currency: 'IDR';
  readonly settledAt: string;
  readonly months: readonly string[] | null;
  readonly payer: { readonly kind: string; readonly code: string | null };
  readonly lines:
    | readonly {
        readonly paymentCode: string;
        readonly months: readonly string[];
        readonly amount: number;
      }[]
    | null;
}

export const GATEWAYS = ['bank-uji', 'qris-uji', 'outlet-uji', 'wallet-uji'] as const;
const METHODS = ['virtual-account', 'qris', 'cash-outlet', 'e-wallet'] as const;
const SETTLED_AT = '2025-02-03T10:00:00+07:00';
export const REVERSED_AT = '2025-02-05T10:00:00+07:00';

/**
 * Months lie years ahead: whether a membership has lapsed does not depend on the hour of the run. They are named, so
 * payments for one membership may come in any order.
 */
const FIRST_YEAR = '2028';
const SECOND_YEAR = '2029';
/** Who claims must have been covered before today; and is paid for ahead at once, so as not to lapse. */
const CLAIMANT_MONTHS = ['2025-01', '2025-02', '2025-03', '2028-06'];
const NOT_DUE_MONTH = '2024-11';
const EVENT_MONTHS_STARTED = 2;

const monthsFrom = (year: string, first: number, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${year}-${String(first + index).padStart(2, '0')}`);

const traderMonths = (number: number, { months, by, flaw }: PaymentSlot): readonly string[] => {
  if (flaw === 'month-not-due') return [NOT_DUE_MONTH];
  if (by === 'lines') return [`${FIRST_YEAR}-02`];
  return monthsFrom(months === 'first' ? FIRST_YEAR : SECOND_YEAR, 1 + (number % 6), 1 + (number % 3));
};

/** What a payment is to cover for one of those whom it names. */
export interface Share {
  /** The input that signed the membership up. */
  readonly signUp: number;
  readonly months: readonly string[];
  readonly amounts: Amounts;
}

const eventShare = (incomeRupiah: number): Pick<Share, 'months' | 'amounts'> => ({
  months: [],
  amounts: times(traderAmounts(incomeRupiah, ['JKK', 'JKM']), EVENT_MONTHS_STARTED),
});

const costOf = (as: Membership, seed: number, number: number, slot: PaymentSlot) => {
  const { incomeRupiah, programmes } = personOf(seed, number);
  switch (as) {
    case 'worker':
      return { months: [`${FIRST_YEAR}-01`], amounts: WORKER_AMOUNTS };
    case 'athlete':
      return eventShare(incomeRupiah);
    case 'claimant':
      return {
        months: CLAIMANT_MONTHS,
        amounts: times(traderAmounts(incomeRupiah, ['JKK', 'JKM']), CLAIMANT_MONTHS.length),
      };
    case 'trader': {
      const months = traderMonths(number, slot);
      return { months, amounts: times(traderAmounts(incomeRupiah, programmes), months.length) };
    }
  }
};

/** What each of those whom the payment names is to be covered for. */
export const sharesOf = (seed: number, n: number, slot: PaymentSlot): readonly Share[] =>
  slot.members.map((member) => ({
    signUp: signUpOf(n, member, slot.as),
    ...costOf(slot.as, seed, personNumber(n, member), slot),
  }));

const payerOf = ({ as, by }: PaymentSlot, n: number) => {
  if (as === 'worker') return { kind: 'employer', code: EMPLOYERS[n % EMPLOYERS.length]! };
  if (as === 'athlete') return { kind: 'organiser', code: ORGANISER };
  return by === 'lines' || as === 'claimant'
    ? { kind: 'government', code: null }
    : { kind: 'self', code: null };
};

/** A code and a NIK that nobody has; both say which input they are of. */
const nobodysCode = (n: number) => `8888899${String(n).padStart(9, '0')}`;
const NOBODYS_NIK_PLACE = 99;
const STRAY_RUPIAH = 16_800;

const MISFIT_RUPIAH = 1;

/** Lines of a payment over HTTP: beside those that fit, one for a code that nobody has and one that costs more. */
const linesOf = (n: number, slot: PaymentSlot, shares: readonly Share[], codeOf: CodeOf) => {
  const lines = shares.map(({ signUp, months, amounts }) => ({
    paymentCode: codeOf(signUp),
    months,
    amount: total(amounts),
  }));
  if (slot.via === 'kafka') return lines;
  const { months, paymentCode } = lines[0]!;
  const later = [months[0]!.replace(FIRST_YEAR, SECOND_YEAR)];
  return [
    ...lines,
    { paymentCode: nobodysCode(n), months, amount: STRAY_RUPIAH },
    { paymentCode, months: later, amount: lines[0]!.amount + MISFIT_RUPIAH },
  ];
};

const payeeOf = (seed: number, n: number, slot: PaymentSlot, shares: readonly Share[], codeOf: CodeOf) => {
  if (slot.by === 'nik') {
    const member = slot.members[0] ?? NOBODYS_NIK_PLACE;
    return { paymentCode: null, nik: personOf(seed, personNumber(n, member)).nik };
  }
  const [share] = shares;
  return { paymentCode: share ? codeOf(share.signUp) : nobodysCode(n), nik: null };
};

const amountOf = (slot: PaymentSlot, shares: readonly Share[]): number => {
  const [share] = shares;
  if (!share) return STRAY_RUPIAH;
  return total(share.amounts) + (slot.flaw === 'amount-does-not-fit' ? MISFIT_RUPIAH : 0);
};

/** The payment that fills a slot as input `n`. */
export const paymentForm = (seed: number, n: number, slot: PaymentSlot, codeOf: CodeOf): PaymentForm => {
  const shares = sharesOf(seed, n, slot);
  const stated = {
    paymentId: paymentIdOf(seed, n),
    gateway: GATEWAYS[n % GATEWAYS.length]!,
    method: METHODS[n % METHODS.length]!,
    currency: 'IDR',
    settledAt: SETTLED_AT,
    payer: payerOf(slot, n),
  } as const;
  if (slot.by === 'lines') {
    const lines = linesOf(n, slot, shares, codeOf);
    const sum = lines.reduce((rupiah, { amount }) => rupiah + amount, 0);
    const amount = slot.flaw === 'lines-sum-differs' ? sum + MISFIT_RUPIAH : sum;
    return { ...stated, paymentCode: null, nik: null, amount, months: null, lines };
  }
  const months = shares[0] ? shares[0].months : [`${FIRST_YEAR}-01`];
  const payee = payeeOf(seed, n, slot, shares, codeOf);
  return {
    ...stated,
    ...payee,
    amount: amountOf(slot, shares),
    months: months.length === 0 ? null : months,
    lines: null,
  };
};

/** Another content under the same id. */
export const otherPayment = (form: PaymentForm): PaymentForm => ({ ...form, amount: form.amount * 2 });

/** On which partition's key it goes. */
export const paymentKeyOf = ({ paymentCode, paymentId }: PaymentForm): string => paymentCode ?? paymentId;
