import type { PaymentReversed, PaymentSettled, SignUpSubmitted } from '#libs/contracts';
import {
  addMonths,
  ageOn,
  isDay,
  jakartaDay,
  monthOf,
  monthsBetween,
  type Day,
  type Month,
} from '#libs/kernel';
import { bpuMonthRupiah, puMonthRupiah } from '../../sample/money/rates.js';

interface Membership {
  readonly person: string;
  readonly signUp: SignUpSubmitted;
  readonly registeredOn: Day;
  /** Which payment each month is paid by. */
  readonly paid: Map<Month, string>;
  eventPaidBy: string | null;
  endedOn: Day | null;
}

type PaymentResult = 'accepted' | 'refused' | 'unmatched';
type Result = 'registered' | 'already-member' | PaymentResult;

const two = (value: number) => String(value).padStart(2, '0');

const dateIn = (nik: string): Day => {
  const [day, month, year] = [nik.slice(6, 8), nik.slice(8, 10), nik.slice(10, 12)].map(Number) as [
    number,
    number,
    number,
  ];
  return `${year < 15 ? 20 : 19}${two(year)}-${two(month)}-${two(day > 40 ? day - 40 : day)}`;
};

const priceOf = ({ segment, declaredIncome, programmes }: SignUpSubmitted): number =>
  segment === 'BPU' ? bpuMonthRupiah(declaredIncome, programmes) : puMonthRupiah(declaredIncome, programmes);

/**
 * The rules of signing up and paying once more, plainly and for one message at a time, to see what a stream leads to
 * without any of the services.
 */
export class FiguresByHand {
  readonly results = new Map<Result, number>();
  private readonly byCode = new Map<string, Membership>();
  private readonly byNik = new Map<string, Membership[]>();

  /** Takes a sign-up; `code` is what its membership is called if it is a new one. Returns the code that it got. */
  signUp(signUp: SignUpSubmitted, code: string): string | null {
    const registeredOn = jakartaDay(signUp.submittedAt);
    if (this.breaksRule(signUp, registeredOn)) return this.count('refused', null);
    const person = signUp.person.nik;
    const memberships = this.byNik.get(person) ?? [];
    const same = memberships.find(
      ({ signUp: other }) =>
        other.segment === signUp.segment &&
        other.employer?.code === signUp.employer?.code &&
        (other.eventCover === null) === (signUp.eventCover === null),
    );
    if (same !== undefined) {
      const known = [...this.byCode].find(([, membership]) => membership === same)![0];
      return this.count('already-member', known);
    }
    const membership: Membership = {
      person,
      signUp,
      registeredOn,
      paid: new Map(),
      eventPaidBy: null,
      endedOn: null,
    };
    this.byCode.set(code, membership);
    this.byNik.set(person, [...memberships, membership]);
    return this.count('registered', code);
  }

  pay(payment: PaymentSettled): PaymentResult {
    const { paymentCode = null, nik = null, months = null, amount } = payment;
    const lines = payment.lines ?? [{ paymentCode, nik, months, amount }];
    const results = lines.map((line): PaymentResult => {
      const membership = line.paymentCode ? this.byCode.get(line.paymentCode) : this.selfEmployed(nik);
      return membership ? this.settle(membership, payment, line.months ?? null, line.amount) : 'unmatched';
    });
    const result: PaymentResult = results.includes('accepted') ? 'accepted' : results[0]!;
    return this.count<PaymentResult>(result, result);
  }

  reverse({ paymentId }: PaymentReversed): void {
    for (const { paid } of this.byCode.values())
      for (const [month, by] of paid) if (by === paymentId) paid.delete(month);
  }

  end(code: string, endedOn: Day): void {
    this.byCode.get(code)!.endedOn = endedOn;
  }

  /** Persons covered on the day, by where they live then; `died` tells who was dead. */
  active(
    on: Day,
    diedOn: ReadonlyMap<string, Day>,
  ): Map<string, { region: string | null; segments: Set<string> }> {
    const persons = new Map<string, { region: string | null; segments: Set<string> }>();
    for (const [person, memberships] of this.byNik) {
      if ((diedOn.get(person) ?? '9999') <= on) continue;
      const covering = memberships.filter((membership) => this.covers(membership, on));
      if (covering.length === 0) continue;
      const last = memberships.toSorted((a, b) => a.registeredOn.localeCompare(b.registeredOn)).at(-1)!;
      const segments = new Set(covering.map(({ signUp }) => signUp.segment));
      persons.set(person, { region: last.signUp.residence ?? null, segments });
    }
    return persons;
  }

  private covers({ signUp, paid, eventPaidBy }: Membership, on: Day): boolean {
    if (signUp.eventCover)
      return eventPaidBy !== null && signUp.eventCover.from <= on && on <= signUp.eventCover.through;
    return paid.has(monthOf(on)) && signUp.startsOn <= on;
  }

  private breaksRule({ person, segment, declaredIncome }: SignUpSubmitted, on: Day): boolean {
    if (!/^\d{16}$/.test(person.nik) || !isDay(dateIn(person.nik))) return true;
    if (segment !== 'BPU') return false;
    return ageOn(person.birthDate, on) >= 65 || declaredIncome < 1_000_000;
  }

  private selfEmployed(nik: string | null): Membership | undefined {
    return this.byNik.get(nik ?? '')?.find(({ signUp }) => signUp.segment === 'BPU' && !signUp.eventCover);
  }

  private settle(
    membership: Membership,
    payment: PaymentSettled,
    stated: Month[] | null,
    amount: number,
  ): PaymentResult {
    const { signUp, paid } = membership;
    const price = priceOf(signUp);
    if (signUp.eventCover) {
      if (membership.eventPaidBy !== null || amount !== price) return 'refused';
      membership.eventPaidBy = payment.paymentId;
      return 'accepted';
    }
    const count = amount / price;
    const months = stated ?? this.counted(membership, jakartaDay(payment.settledAt), count);
    const fits =
      months.length === count &&
      months.every((month) => month >= monthOf(signUp.startsOn) && !paid.has(month));
    if (!fits) return 'refused';
    for (const month of months) paid.set(month, payment.paymentId);
    return 'accepted';
  }

  private counted({ signUp, paid }: Membership, on: Day, count: number): Month[] {
    const start = monthOf(signUp.startsOn);
    const before = Math.max(0, monthsBetween(start, monthOf(on)));
    const unpaid = Array.from({ length: before }, (_, index) => addMonths(start, index)).filter(
      (month) => !paid.has(month),
    );
    const months: Month[] = [];
    for (
      let month = unpaid.length >= 3 ? monthOf(on) : start;
      months.length < count;
      month = addMonths(month, 1)
    )
      if (!paid.has(month)) months.push(month);
    return months;
  }

  private count<T>(result: Result, answer: T): T {
    this.results.set(result, (this.results.get(result) ?? 0) + 1);
    return answer;
  }
}
