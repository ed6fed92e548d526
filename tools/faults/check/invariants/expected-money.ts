import type { Ledger } from '../../load/ledger.js';
import { personOf } from '../../load/plan/people.js';
import { GATEWAYS, paymentForm, sharesOf } from '../../load/plan/payments.js';
import { BLOCK, inputAt, personNumber, slotOf } from '../../load/plan/place.js';
import { SLOTS, type PaymentSlot, type ReversalSlot } from '../../load/plan/slots.js';

/** Which reversals of the block concern which slot. */
const REVERSALS: ReadonlyMap<number, { readonly place: number; readonly slot: ReversalSlot }> = new Map(
  SLOTS.flatMap((slot, place) => (slot.act === 'reversal' ? [[slot.of, { place, slot }] as const] : [])),
);

/** Whether a share of a payment was taken back; null: the whole payment, and all of it. */
export const isReversed = (ledger: Ledger, n: number, line: number): boolean => {
  const reversal = REVERSALS.get(n % BLOCK);
  if (!reversal || ledger.stateOf(inputAt(n, reversal.place)) !== 'acknowledged') return false;
  return reversal.slot.lines?.includes(line) ?? true;
};

/** Whether a reversal of the payment was sent, acknowledged or not. */
export const mayBeReversed = (ledger: Ledger, n: number): boolean => {
  const reversal = REVERSALS.get(n % BLOCK);
  return reversal !== undefined && ledger.stateOf(inputAt(n, reversal.place)) !== 'unsent';
};

/** Whether nothing is open: only then are sums known to the rupiah. */
export const isComplete = (ledger: Ledger): boolean => {
  const { unsent, sent } = ledger.tally();
  return unsent + sent === 0;
};

/** Rupiah that inputs must have led to: by programme, month and region of residence; and what gateways hold. */
export interface ExpectedMoney {
  readonly contributions: ReadonlyMap<string, number>;
  readonly cash: ReadonlyMap<string, number>;
}

export const moneyKey = (programme: string, month: string, region: string): string =>
  `${programme} ${month} ${region}`;

/** Event cover has no months: it counts under this. */
export const EVENT_MONTH = 'event';

const add = (sums: Map<string, number>, key: string, rupiah: number) =>
  sums.set(key, (sums.get(key) ?? 0) + rupiah);

const addShares = (sums: Map<string, number>, ledger: Ledger, n: number, slot: PaymentSlot): void => {
  sharesOf(ledger.seed, n, slot).forEach(({ months, amounts }, line) => {
    if (isReversed(ledger, n, line)) return;
    const { residence } = personOf(ledger.seed, personNumber(n, slot.members[line]!));
    const each = months.length === 0 ? [EVENT_MONTH] : months;
    for (const month of each)
      for (const [programme, rupiah] of Object.entries(amounts))
        add(sums, moneyKey(programme, month, residence), rupiah / each.length);
  });
};

const lineAmounts = (ledger: Ledger, n: number, slot: PaymentSlot): readonly number[] => {
  const form = paymentForm(ledger.seed, n, slot, ledger.codeOf);
  return slot.flaw === 'lines-sum-differs' || form.lines === null
    ? [form.amount]
    : form.lines.map(({ amount }) => amount);
};

/** What the acknowledged inputs come to, if nothing is open. */
export const expectedMoney = (ledger: Ledger): ExpectedMoney => {
  const contributions = new Map<string, number>();
  const cash = new Map<string, number>();
  for (let n = 0; n < ledger.count; n += 1) {
    const slot = slotOf(n);
    if (slot.act !== 'payment') continue;
    if (slot.flaw === null) addShares(contributions, ledger, n, slot);
    const kept = lineAmounts(ledger, n, slot).filter((_, line) => !isReversed(ledger, n, line));
    add(
      cash,
      GATEWAYS[n % GATEWAYS.length]!,
      kept.reduce((sum, rupiah) => sum + rupiah, 0),
    );
  }
  return { contributions, cash };
};
