import type { Day } from '#libs/kernel';
import type { BenefitCase } from '../benefit-case.js';
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
import { partsBeforeRupiah } from './granted-before.js';
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

/** What was granted for parts of the same disability is in the lump sum of all of it. Paragraph 2.7. */
const lessParts = (total: CalculationLine, partsRupiah: number): CalculationLine[] =>
  partsRupiah === 0
    ? []
    : [
        {
          label: 'Granted before for a part',
          amountRupiah: -Math.min(partsRupiah, total.amountRupiah),
          rule: 'JKK: of one accident the lump sum for total disability has that of a part in it',
        },
      ];

/** What a lasting disability pays: by its degree, or in total less what was granted for a part before. */
export const disabilityAmount = (
  found: DisabilityFindings,
  basisRupiah: number,
  benefitCase: BenefitCase,
): Amount => {
  const sums = inForce(LUMP_SUMS, benefitCase.occurredOn);
  if (sums === null) return ENTERED;
  if (found.extent === 'part') return computed([partial(found, basisRupiah, sums)]);
  const total = months('Total disability', sums.totalMonths, basisRupiah);
  const less = lessParts(total, partsBeforeRupiah(benefitCase));
  return computed([total, ...less, ...periodic(sums, benefitCase.policy)]);
};
