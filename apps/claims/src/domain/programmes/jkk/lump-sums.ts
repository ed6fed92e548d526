import type { Day } from '#libs/kernel';
import {
  computed,
  ENTERED,
  inForce,
  inRupiah,
  portion,
  WHOLE,
  type Amount,
  type CalculationLine,
} from '../calculation.js';
import type { DisabilityFindings } from '../findings.js';
import type { Policy } from '../policy.js';
import { LUMP_SUMS, type LumpSums } from './rules.js';

const percentText = (basisPoints: number): string => `${basisPoints / 100} %`;

const periodic = ({ periodicTimes, periodicRupiah }: LumpSums, policy: Policy): CalculationLine[] => {
  if (policy.periodicGrant === 'left-out') return [];
  return [
    {
      label: `Periodic grant, ${periodicTimes} × ${inRupiah(periodicRupiah)} paid at once`,
      amountRupiah: periodicTimes * periodicRupiah,
      rule: 'JKK: beside the lump sum; a setting, since a source prints "or"',
    },
  ];
};

const months = (what: string, count: number, basisRupiah: number): CalculationLine => ({
  label: `${what}, ${count} × ${inRupiah(basisRupiah)}`,
  amountRupiah: count * basisRupiah,
  rule: `JKK: ${count} times the monthly basis`,
});

/** What a death by work pays the heirs. */
export const deathAmount = (basisRupiah: number, occurredOn: Day, policy: Policy): Amount => {
  const sums = inForce(LUMP_SUMS, occurredOn);
  if (sums === null) return ENTERED;
  return computed([months('Death by work', sums.deathMonths, basisRupiah), ...periodic(sums, policy)]);
};

const partial = (
  { tableBasisPoints, lossBasisPoints }: DisabilityFindings & { extent: 'part' },
  basisRupiah: number,
  { partialMonths }: LumpSums,
): CalculationLine => {
  const loss = lossBasisPoints ?? WHOLE;
  const degree = lossBasisPoints === null ? '' : `${percentText(lossBasisPoints)} of `;
  return {
    label: `${degree}${percentText(tableBasisPoints)} × ${partialMonths} × ${inRupiah(basisRupiah)}`,
    amountRupiah: portion(partialMonths * basisRupiah, tableBasisPoints * loss, WHOLE * WHOLE),
    rule: `JKK: the table's percentage of ${partialMonths} times the monthly basis`,
  };
};

/** What a lasting disability pays: by its degree, or in total. */
export const disabilityAmount = (
  found: DisabilityFindings,
  basisRupiah: number,
  occurredOn: Day,
  policy: Policy,
): Amount => {
  const sums = inForce(LUMP_SUMS, occurredOn);
  if (sums === null) return ENTERED;
  return computed(
    found.extent === 'part'
      ? [partial(found, basisRupiah, sums)]
      : [months('Total disability', sums.totalMonths, basisRupiah), ...periodic(sums, policy)],
  );
};
