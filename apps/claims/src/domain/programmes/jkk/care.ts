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

const lineOf = (cost: Cost, spentRupiah: number, mostRupiah: number | null): CalculationLine => {
  const label = `${LABELS[cost]}, ${inRupiah(spentRupiah)} by receipts`;
  return mostRupiah === null
    ? { label, amountRupiah: spentRupiah, rule: 'JKK: in full, by medical need' }
    : {
        label,
        amountRupiah: Math.min(spentRupiah, mostRupiah),
        rule: `JKK: at most ${inRupiah(mostRupiah)} for this kind`,
      };
};

/** What care after an accident comes to: each kind of cost up to its own limit. */
export const careAmount = ({ costsRupiah }: CareFindings, occurredOn: Day): Amount => {
  const limits = inForce(COST_LIMITS, occurredOn);
  if (limits === null) return ENTERED;
  return computed(
    COSTS.flatMap((cost) => {
      const spent = costsRupiah[cost] ?? 0;
      return spent === 0 ? [] : [lineOf(cost, spent, limits.mostRupiah[cost])];
    }),
  );
};
