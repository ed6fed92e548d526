import type { Ledger } from '../../load/ledger.js';
import { inputOfPayment } from '../../load/plan/inputs.js';
import { GATEWAYS, sharesOf, type Share } from '../../load/plan/payments.js';
import { slotOf } from '../../load/plan/place.js';
import { total } from '../../load/plan/prices.js';
import type { PaymentSlot } from '../../load/plan/slots.js';
import type { Findings } from '../findings.js';
import type { Session } from '../gather/session.js';
import { isReversed, mayBeReversed } from './expected-money.js';
import type { IdIndex } from './id-index.js';
import { reuses } from './outcomes-of-sign-ups.js';

const RESULTS = `select type, data from event where topic = 'contribution.payment-results.v1'`;

const PAID = `
  with reversed as (
    select data::json ->> 'contributionId' as id from event
     where type = 'id.cakupan.contribution.contribution-reversed.v1'
  )
  select e.data, r.id is not null as reversed
    from event as e left join reversed as r on r.id = e.data::json ->> 'contributionId'
   where e.type = 'id.cakupan.contribution.contribution-paid.v1'`;

interface Paid {
  readonly gateway: string;
  readonly paymentId: string;
  readonly membershipId: string;
  readonly months: readonly string[];
  readonly amount: number;
  readonly amounts: Readonly<Record<string, number>>;
}

/** What became of the payments, by input. */
class PaymentOutcomes {
  readonly accepted: Uint8Array;
  readonly unmatched: Uint8Array;
  readonly refused: Uint8Array;
  /** Months that stand as paid, event cover as one; and those that were taken back. */
  readonly standing: Uint8Array;
  readonly takenBack: Uint8Array;

  constructor(
    private readonly ledger: Ledger,
    private readonly findings: Findings,
    private readonly memberships: IdIndex,
  ) {
    const made = () => new Uint8Array(ledger.count);
    [this.accepted, this.unmatched, this.refused, this.standing, this.takenBack] = [
      made(),
      made(),
      made(),
      made(),
      made(),
    ];
  }

  takeResult(type: string, { gateway, paymentId }: { gateway: string; paymentId: string }): void {
    const n = this.inputOf(gateway, paymentId);
    if (n === null) return;
    if (type.includes('payment-accepted')) this.accepted[n]! += 1;
    else if (type.includes('payment-unmatched')) this.unmatched[n]! += 1;
    else this.refused[n]! += 1;
  }

  takePaid(paid: Paid, reversed: boolean): void {
    const n = this.inputOf(paid.gateway, paid.paymentId);
    if (n === null) return;
    const slot = slotOf(n) as PaymentSlot;
    const signUp = this.memberships.get(paid.membershipId);
    const share = sharesOf(this.ledger.seed, n, slot).find((one) => one.signUp === signUp);
    if (!share || slot.flaw !== null || !isPartOf(paid, share))
      this.findings.violated(
        `payment ${n} paid Rp${paid.amount} for ${paid.months.join() || 'an event'} of the membership of sign-up ${signUp}`,
      );
    const months = Math.max(paid.months.length, 1);
    if (reversed) this.takenBack[n]! += months;
    else this.standing[n]! += months;
  }

  private inputOf(gateway: string, paymentId: string): number | null {
    const n = inputOfPayment(this.ledger.seed, paymentId);
    if (n !== null && n < this.ledger.count && gateway === GATEWAYS[n % GATEWAYS.length]) return n;
    this.findings.violated(`there is a payment ${gateway}/${paymentId}, which nobody sent`);
    return null;
  }
}

/** A run of the share's months at their price, programme by programme. */
const isPartOf = ({ months, amount, amounts }: Paid, share: Share): boolean => {
  const parts = Math.max(share.months.length, 1);
  const mine = Math.max(months.length, 1);
  return (
    months.every((month) => share.months.includes(month)) &&
    amount * parts === total(share.amounts) * mine &&
    Object.entries(share.amounts).every(
      ([programme, rupiah]) => amounts[programme]! * parts === rupiah * mine,
    )
  );
};

const monthsOf = (shares: readonly Share[]) =>
  shares.reduce((sum, { months }) => sum + Math.max(months.length, 1), 0);

interface Expected {
  readonly accepted: readonly [least: number, most: number];
  readonly unmatched: readonly [least: number, most: number];
  readonly refused: readonly [least: number, most: number];
  readonly standing: number;
}

/** What must have become of a payment that was acknowledged. */
const expectedOf = (ledger: Ledger, n: number): Expected => {
  const slot = slotOf(n) as PaymentSlot;
  const again = reuses(ledger, n);
  const shares = sharesOf(ledger.seed, n, slot);
  if (slot.flaw !== null)
    return { accepted: [0, 0], unmatched: [0, 1], refused: [1 + again.least, 1 + again.most], standing: 0 };
  const refused = [again.least, again.most] as const;
  if (shares.length === 0) return { accepted: [0, 0], unmatched: [1, 1], refused, standing: 0 };
  const standing = monthsOf(shares.filter((_, line) => !isReversed(ledger, n, line)));
  const mayBeGone = mayBeReversed(ledger, n) && shares.length === 1;
  return { accepted: [mayBeGone ? 0 : 1, shares.length], unmatched: [0, 1], refused, standing };
};

const isWithin = (count: number, [least, most]: readonly [number, number]) => least <= count && count <= most;

const judge = (outcomes: PaymentOutcomes, ledger: Ledger, findings: Findings, n: number): void => {
  const state = ledger.stateOf(n);
  const [accepted, unmatched, refused] = [
    outcomes.accepted[n]!,
    outcomes.unmatched[n]!,
    outcomes.refused[n]!,
  ];
  const [standing, takenBack] = [outcomes.standing[n]!, outcomes.takenBack[n]!];
  const said = () =>
    `payment ${n} (${state}) was accepted ${accepted}, unmatched ${unmatched}, refused ${refused} times; ` +
    `${standing} months stand, ${takenBack} were taken back`;
  const isAcknowledged = state === 'acknowledged' || state === 'refused';
  if (!isAcknowledged && accepted + unmatched + refused === 0)
    return findings.expect(standing + takenBack === 0, said);
  const expected = expectedOf(ledger, n);
  const isTakenBack = takenBack === 0 || mayBeReversed(ledger, n);
  findings.expect(
    isWithin(accepted, expected.accepted) &&
      isWithin(unmatched, expected.unmatched) &&
      isWithin(refused, expected.refused) &&
      accepted + unmatched + refused > 0 &&
      (standing === expected.standing || !isAcknowledged) &&
      isTakenBack,
    said,
  );
};

/** Every payment has its results, and pays for just what it named. */
export const outcomesOfPayments = async (
  { contribution, ledger, findings }: { contribution: Session; ledger: Ledger; findings: Findings },
  memberships: IdIndex,
): Promise<void> => {
  const outcomes = new PaymentOutcomes(ledger, findings, memberships);
  await contribution.each<{ type: string; data: string }>(RESULTS, ({ type, data }) =>
    outcomes.takeResult(type, JSON.parse(data) as Paid),
  );
  await contribution.each<{ data: string; reversed: boolean }>(PAID, ({ data, reversed }) =>
    outcomes.takePaid(JSON.parse(data) as Paid, reversed),
  );
  for (let n = 0; n < ledger.count; n += 1)
    if (slotOf(n).act === 'payment') judge(outcomes, ledger, findings, n);
};
