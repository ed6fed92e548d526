import type { Day } from '#libs/kernel';
import { computed, ENTERED, inForce, inRupiah, type Amount, type CalculationLine } from '../calculation.js';
import { COSTS, type CareFindings, type Cost } from '../findings.js';
import { COST_LIMITS } from './rules.js';

const LABELS: Readonly<Record<Cost, string>> = {
  medical: 'Medical care',
  land: 'Transport by land',
  sea: 'Transport by sea',
  air: 'Transport by air',
  dentures: 'Dentures',
  hearingAid: 'Hearing aid',
  spectacles: 'Spectacles',
};

/** What receipts of one kind come to, in this claim and in those granted before. */
interface Spent {
  readonly nowRupiah: number;
  readonly beforeRupiah: number;
}

const lineOf = (
  cost: Cost,
  { nowRupiah, beforeRupiah }: Spent,
  mostRupiah: number | null,
): CalculationLine => {
  const label = `${LABELS[cost]}, ${inRupiah(nowRupiah)} by receipts`;
  if (mostRupiah === null) return { label, amountRupiah: nowRupiah, rule: 'JKK: in full, by medical need' };
  const grantedRupiah = Math.min(beforeRupiah, mostRupiah);
  const before = grantedRupiah === 0 ? '' : `, ${inRupiah(grantedRupiah)} granted before`;
  return {
    label,
    amountRupiah: Math.min(nowRupiah, mostRupiah - grantedRupiah),
    rule: `JKK: at most ${inRupiah(mostRupiah)} for this kind${before}`,
  };
};

const spentOn = (cost: Cost, found: readonly CareFindings[]): number =>
  found.reduce((sum, { costsRupiah }) => sum + (costsRupiah[cost] ?? 0), 0);

/** What care after an accident comes to: each kind of cost up to its own limit, over all claims of the accident. */
export const careAmount = (found: CareFindings, before: readonly CareFindings[], occurredOn: Day): Amount => {
  const limits = inForce(COST_LIMITS, occurredOn);
  if (limits === null) return ENTERED;
  return computed(
    COSTS.flatMap((cost) => {
      const spent = { nowRupiah: spentOn(cost, [found]), beforeRupiah: spentOn(cost, before) };
      return spent.nowRupiah === 0 ? [] : [lineOf(cost, spent, limits.mostRupiah[cost])];
    }),
  );
};
