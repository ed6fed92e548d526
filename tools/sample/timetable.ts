import { groupPaysAt } from './groups/groups.js';
import type { Seconds } from './instants.js';
import { strayPaidAt } from './messages/payment-message.js';
import type { Plan } from './plan.js';

/** What is sent at an instant of the story; only numbers, the content is made when it is sent. */
export type Entry =
  | { readonly kind: 'sign-up'; readonly person: number; readonly enrolment: number }
  | {
      readonly kind: 'payment' | 'reversal';
      readonly person: number;
      readonly enrolment: number;
      readonly term: number;
    }
  | { readonly kind: 'group-payment'; readonly group: number; readonly number: number }
  | { readonly kind: 'stray'; readonly stray: number };

const KINDS = ['sign-up', 'payment', 'reversal', 'group-payment', 'stray'] as const;
type Kind = (typeof KINDS)[number];

/** Seconds and an entry's number share a double: 2^29 s since the first instant and 2^24 entries make 2^53. */
const ENTRIES_MAX = 2 ** 24;
const FIRST_SECOND = Date.parse('2014-01-01T00:00:00Z') / 1_000;

const GROWTH = 1.6;

type Column = Float64Array | Uint32Array | Uint16Array | Uint8Array;

const enlarged = <T extends Column>(from: T, to: T): T => {
  to.set(from);
  return to;
};

/** Entries in the order in which they were added, sorted by instant once; 15 bytes each. */
class Entries {
  private size = 0;
  private keys = new Float64Array(1_024);
  private subjects = new Uint32Array(1_024);
  private details = new Uint16Array(1_024);
  private kinds = new Uint8Array(1_024);

  add(at: Seconds, kind: Kind, subject: number, detail: number): void {
    if (this.size === this.keys.length) this.grow();
    this.keys[this.size] = (at - FIRST_SECOND) * ENTRIES_MAX + this.size;
    this.subjects[this.size] = subject;
    this.details[this.size] = detail;
    this.kinds[this.size] = KINDS.indexOf(kind);
    this.size += 1;
  }

  sort(): void {
    this.keys = this.keys.subarray(0, this.size).sort();
  }

  get length(): number {
    return this.size;
  }

  count(kind: Kind): number {
    const wanted = KINDS.indexOf(kind);
    return this.kinds.subarray(0, this.size).reduce((sum, each) => (each === wanted ? sum + 1 : sum), 0);
  }

  at(position: number): { at: Seconds; entry: Entry } {
    const key = this.keys[position]!;
    const index = key % ENTRIES_MAX;
    const at = Math.floor(key / ENTRIES_MAX) + FIRST_SECOND;
    return { at, entry: entryOf(KINDS[this.kinds[index]!]!, this.subjects[index]!, this.details[index]!) };
  }

  private grow(): void {
    const size = Math.ceil(this.size * GROWTH);
    this.keys = enlarged(this.keys, new Float64Array(size));
    this.subjects = enlarged(this.subjects, new Uint32Array(size));
    this.details = enlarged(this.details, new Uint16Array(size));
    this.kinds = enlarged(this.kinds, new Uint8Array(size));
  }
}

/** Which enrolment in the upper byte, which payment in the lower. */
const detailOf = (enrolment: number, term = 0) => enrolment * 256 + term;

const entryOf = (kind: Kind, subject: number, detail: number): Entry => {
  const [enrolment, term] = [detail >> 8, detail & 0xff];
  if (kind === 'sign-up') return { kind, person: subject, enrolment };
  if (kind === 'group-payment') return { kind, group: subject, number: detail };
  return kind === 'stray' ? { kind, stray: subject } : { kind, person: subject, enrolment, term };
};

/** The order of a plan: its sign-ups and its money, each by instant; of one instant, in the order of the plan. */
export interface Timetable {
  readonly signUps: Pick<Entries, 'length' | 'at'>;
  readonly money: Pick<Entries, 'length' | 'at'>;
  /** How many of the money's entries are payments; the others are reversals. */
  readonly payments: number;
}

const addPerson = (plan: Plan, person: number, signUps: Entries, money: Entries): void => {
  plan.life(person).enrolments.forEach(({ signedUpAt, terms }, enrolment) => {
    signUps.add(signedUpAt, 'sign-up', person, detailOf(enrolment));
    terms.forEach(({ recordedAt, reversedAt }, term) => {
      money.add(recordedAt, 'payment', person, detailOf(enrolment, term));
      if (reversedAt !== null) money.add(reversedAt, 'reversal', person, detailOf(enrolment, term));
    });
  });
};

export const timetableOf = (plan: Plan): Timetable => {
  const [signUps, money] = [new Entries(), new Entries()];
  for (let person = 0; person < plan.persons; person += 1) addPerson(plan, person, signUps, money);
  plan.groups.forEach((group, index) => {
    for (let number = 0; number < group.payments; number += 1)
      money.add(groupPaysAt(plan.seed, index, group, number), 'group-payment', index, number);
  });
  for (let stray = 0; stray < plan.strays; stray += 1) money.add(strayPaidAt(plan, stray), 'stray', stray, 0);
  signUps.sort();
  money.sort();
  return { signUps, money, payments: money.length - money.count('reversal') };
};
