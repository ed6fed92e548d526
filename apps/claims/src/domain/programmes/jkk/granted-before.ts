import { mustHold, type BenefitCase, type Granted, type RuleVerdict } from '../benefit-case.js';
import { isTotal, type CareFindings, type Findings, type InabilityFindings } from '../findings.js';
import { overlaps } from './inability.js';

const forSameAccident = ({ granted, occurredOn }: BenefitCase): readonly Granted[] =>
  granted.filter((before) => before.programme === 'JKK' && before.occurredOn === occurredOn);

/** The receipts by which care after the same accident was granted before. */
export const careBefore = (benefitCase: BenefitCase): readonly CareFindings[] =>
  forSameAccident(benefitCase).flatMap(({ findings }) => (findings?.kind === 'care' ? [findings] : []));

/** Rupiah that were granted before for what is lost in part by the same accident. */
export const partsBeforeRupiah = (benefitCase: BenefitCase): number =>
  forSameAccident(benefitCase)
    .filter(({ findings }) => findings?.kind === 'permanent-disability' && findings.extent === 'part')
    .reduce((sum, { amountRupiah }) => sum + amountRupiah, 0);

const inabilityBefore = (granted: readonly Granted[]): readonly InabilityFindings[] =>
  granted.flatMap(({ findings }) => (findings?.kind === 'temporary-disability' ? [findings] : []));

const isPaidAlready = (found: Findings, { granted, occurredOn }: BenefitCase): boolean =>
  found.kind === 'temporary-disability'
    ? inabilityBefore(granted).some((before) => overlaps(before, found))
    : granted.some(
        (before) => isTotal(before.findings) && (isTotal(found) || before.occurredOn === occurredOn),
      );

/** The full months are counted from one day: another one in a later claim would begin them anew. */
const beginsOnce = (found: InabilityFindings, benefitCase: BenefitCase): RuleVerdict => {
  const before = inabilityBefore(forSameAccident(benefitCase));
  const isSame = before.every(({ inabilityFrom }) => inabilityFrom === found.inabilityFrom);
  return mustHold('inability-begins-once', isSame, 'inability-from-differs');
};

/** Without findings nobody knows what the claim is for: after a total disability by the accident nothing is granted so. */
const notAfterTotal = (benefitCase: BenefitCase): RuleVerdict => {
  const isGranted = forSameAccident(benefitCase).some(({ findings }) => isTotal(findings));
  return mustHold('whole-sum-once', !isGranted, 'whole-sum-granted');
};

/** No day without work and no total disability is paid twice, and no part of what was paid for as total. */
export const incomeOnce = (benefitCase: BenefitCase): RuleVerdict[] => {
  const { benefit, findings } = benefitCase;
  if (benefit !== 'accident-income') return [];
  if (findings === null) return [notAfterTotal(benefitCase)];
  return [
    mustHold('granted-once', !isPaidAlready(findings, benefitCase), 'benefit-already-granted'),
    ...(findings.kind === 'temporary-disability' ? [beginsOnce(findings, benefitCase)] : []),
  ];
};
