import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { evolveDisbursements, type Disbursement } from './disbursement.js';
import { orderDisbursement, statusAfter } from './disbursement.order.js';
import { disbursing, type BankAnswer, type BankPatience, type DisbursingInput } from './disbursing.js';

const GRANTED_RUPIAH = 42_000_000;
const patience: BankPatience = { askAfterMs: 30_000, lostAfterMs: 120_000 };
const second = (seconds: number) => new Date(Date.UTC(2024, 2, 20, 3, 0, seconds)).toISOString();
const PAID: BankAnswer = { kind: 'paid', amountRupiah: GRANTED_RUPIAH, paidAt: second(0) };
const FAILED: BankAnswer = { kind: 'failed', reason: 'account-closed' };

/** What the bank does with a transfer: pays it, does not, or says that it does not and then pays it all the same. */
type Fate = 'pays' | 'fails' | 'fails, then pays';
type Turn =
  /** Somebody orders, if it may be ordered. */
  | { readonly do: 'order' }
  /** A replica looks what is due, and has its answer in hand. */
  | { readonly do: 'look' }
  /** A replica records one of the answers in hand: not always the oldest, and some twice. */
  | { readonly do: 'record'; readonly which: number; readonly keeps: boolean };

/** One claim's disbursements, several replicas that are at work on them, and a bank. */
class Counter {
  disbursements: readonly Disbursement[] = [];
  readonly told = new Map<string, number>();
  private readonly inHand: DisbursingInput[] = [];
  private now = 0;

  constructor(private readonly fates: readonly Fate[]) {}

  take(turn: Turn): void {
    this.now += 31;
    if (turn.do === 'order') return this.order();
    if (turn.do === 'look') return this.look();
    const place = turn.which % Math.max(1, this.inHand.length);
    const [answer] = turn.keeps ? this.inHand.slice(place) : this.inHand.splice(place, 1);
    if (answer !== undefined) this.move(answer);
  }

  /** Everything in hand is recorded, and the bank is asked until nothing is open. */
  settle(): void {
    for (let round = 0; round < 10 && statusAfter(this.disbursements) === 'disbursing'; round += 1) {
      this.take({ do: 'look' });
      while (this.inHand.length > 0) this.take({ do: 'record', which: 0, keeps: false });
    }
  }

  private order(): void {
    const disbursementId = `transfer-${this.disbursements.length}`;
    const order = { disbursementId, orderedAt: second(this.now) };
    const outcome = orderDisbursement(order, this.disbursements);
    if (outcome.kind === 'happened')
      this.disbursements = outcome.events.reduce(evolveDisbursements, this.disbursements);
  }

  private look(): void {
    const at = second(this.now);
    const { events, command } = this.move({ type: 'due', at });
    const [event] = events;
    if (command === null || event === undefined) return;
    const { disbursementId } = event;
    const times = (this.told.get(disbursementId) ?? 0) + (command === 'instruct' ? 1 : 0);
    this.told.set(disbursementId, times);
    const answers = this.answersAbout(disbursementId);
    for (const answer of answers)
      this.inHand.push({ type: 'answered', at, disbursementId, saidAt: at, answer });
  }

  private answersAbout(disbursementId: string): BankAnswer[] {
    const fate = this.fates[Number(disbursementId.split('-')[1]) % this.fates.length]!;
    if (fate === 'pays') return [PAID];
    return fate === 'fails' ? [FAILED] : [FAILED, PAID];
  }

  private move(input: DisbursingInput) {
    const step = disbursing(this.disbursements, GRANTED_RUPIAH, input, patience);
    this.disbursements = step.events.reduce(evolveDisbursements, this.disbursements);
    return step;
  }
}

const turn: fc.Arbitrary<Turn> = fc.oneof(
  fc.constant<Turn>({ do: 'order' }),
  fc.constant<Turn>({ do: 'look' }),
  fc.record({ do: fc.constant('record' as const), which: fc.nat(5), keeps: fc.boolean() }),
);
const turns = fc.array(turn, { minLength: 20, maxLength: 80 });
const statusesOf = (counter: Counter, status: Disbursement['status']) =>
  counter.disbursements.filter((one) => one.status === status);

describe('whatever answers come late, twice or in another order', () => {
  it('the bank pays one transfer, the books say which, and none is told twice', () => {
    let [paid, several] = [0, 0];
    const fates = fc.array(fc.constantFrom<Fate>('pays', 'fails', 'fails'), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(fates, turns, (all, happening) => {
        const counter = new Counter(all);
        happening.forEach((one) => counter.take(one));
        counter.settle();
        const isPaid = ({ disbursementId }: Disbursement) =>
          all[Number(disbursementId.split('-')[1]) % all.length] === 'pays';
        const told = counter.disbursements.filter(({ disbursementId }) => counter.told.has(disbursementId));
        paid += told.filter(isPaid).length;
        several += told.length > 1 ? 1 : 0;
        expect(told.filter(isPaid).length).toBeLessThanOrEqual(1);
        expect(statusesOf(counter, 'paid')).toEqual(told.filter(isPaid));
        expect([...counter.told.values()].every((times) => times === 1)).toBe(true);
      }),
      { numRuns: 500 },
    );
    expect(paid).toBeGreaterThan(50);
    expect(several).toBeGreaterThan(50);
  });

  it('money that is out after all is in the books, and nothing more leaves while it is', () => {
    let afterAll = 0;
    const fates = fc.array(fc.constantFrom<Fate>('fails', 'fails, then pays'), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(fates, turns, (all, happening) => {
        const counter = new Counter(all);
        for (const one of happening) {
          const isOut = statusesOf(counter, 'paid').length > 0;
          const before = counter.told.size;
          counter.take(one);
          if (isOut) expect(counter.told.size).toBe(before);
          if (isOut) expect(['paid', 'disbursing']).toContain(statusAfter(counter.disbursements));
        }
        counter.settle();
        afterAll += statusesOf(counter, 'paid').length;
        const isOut = statusesOf(counter, 'paid').length > 0;
        if (isOut) expect(statusAfter(counter.disbursements)).toBe('paid');
      }),
      { numRuns: 500 },
    );
    expect(afterAll).toBeGreaterThan(50);
  });
});
