import { addDays, addMonthsToDay, type Day } from '#libs/kernel';
import {
  basisOf,
  mustHold,
  shouldHold,
  type Assessment,
  type BenefitCase,
  type RuleVerdict,
} from '../benefit-case.js';
import { ENTERED, inForce, type Amount } from '../calculation.js';
import { isOfAccident } from '../findings.js';
import { funeral } from '../jkm/assess.js';
import { childrenKnown } from '../scholarship/children.js';
import { opened } from '../scholarship/opened-by.js';
import { scholarshipAmount } from '../scholarship/scholarship.js';
import { careAmount } from './care.js';
import { careBefore, incomeOnce } from './granted-before.js';
import { inabilityAmount } from './inability.js';
import { deathAmount, disabilityAmount } from './lump-sums.js';
import { TIME_LIMITS } from './rules.js';

/** From when the limits count: an accident is known at once, a disease once it is diagnosed. */
const knownOn = ({ occurredOn, diagnosedOn }: BenefitCase): Day => diagnosedOn ?? occurredOn;

const inTime = (benefitCase: BenefitCase): RuleVerdict => {
  const months = inForce(TIME_LIMITS, benefitCase.occurredOn)?.lapsesAfterMonths ?? Infinity;
  const lastDay = addMonthsToDay(knownOn(benefitCase), months);
  return mustHold('claimed-in-time', benefitCase.submittedOn <= lastDay, 'claim-lapsed');
};

/** A disease that shows itself long after the work is not taken to come from it. */
const diagnosedInTime = ({ occurredOn, diagnosedOn }: BenefitCase): RuleVerdict[] => {
  const limits = inForce(TIME_LIMITS, occurredOn);
  if (!diagnosedOn || limits === null) return [];
  const isInTime = diagnosedOn <= addMonthsToDay(occurredOn, limits.diagnosedWithinMonths);
  return [mustHold('diagnosed-in-time', isInTime, 'diagnosed-late')];
};

/** The two stages of telling: that there was an accident, and how it ended, which the claim itself tells. */
const told = (benefitCase: BenefitCase): RuleVerdict[] => {
  const { occurredOn, submittedOn, findings } = benefitCase;
  const limits = inForce(TIME_LIMITS, occurredOn);
  if (findings === null || !isOfAccident(findings) || limits === null) return [];
  const { reportedOn, declaredOn } = findings;
  const isInTime = (on: Day, since: Day) => on <= addDays(since, limits.toldWithinDays);
  return [
    ...(reportedOn
      ? [shouldHold('reported-in-time', isInTime(reportedOn, knownOn(benefitCase)), 'reported-late')]
      : []),
    ...(declaredOn
      ? [shouldHold('outcome-told-in-time', isInTime(submittedOn, declaredOn), 'outcome-told-late')]
      : []),
  ];
};

const income = (benefitCase: BenefitCase): Amount => {
  const { findings, occurredOn } = benefitCase;
  const basisRupiah = basisOf(benefitCase);
  if (basisRupiah === null) return ENTERED;
  if (findings?.kind === 'temporary-disability') return inabilityAmount(findings, basisRupiah, occurredOn);
  return findings?.kind === 'permanent-disability'
    ? disabilityAmount(findings, basisRupiah, benefitCase)
    : ENTERED;
};

const death = (benefitCase: BenefitCase): Amount => {
  const basisRupiah = basisOf(benefitCase);
  return basisRupiah === null
    ? ENTERED
    : deathAmount(basisRupiah, benefitCase.occurredOn, benefitCase.policy);
};

const amountOf = (benefitCase: BenefitCase): Amount => {
  const { benefit, findings, occurredOn } = benefitCase;
  if (benefit === 'accident-care')
    return findings?.kind === 'care' ? careAmount(findings, careBefore(benefitCase), occurredOn) : ENTERED;
  if (benefit === 'accident-income') return income(benefitCase);
  return benefit === 'funeral' ? funeral(benefitCase) : death(benefitCase);
};

/** A work accident or occupational disease: paragraphs 2 and 5. Scholarships go on for years after it and do not lapse with it. */
export const assessJkk = (benefitCase: BenefitCase): Assessment =>
  benefitCase.benefit === 'scholarship'
    ? {
        rules: [opened(benefitCase), ...childrenKnown(benefitCase)],
        amount: scholarshipAmount(benefitCase),
      }
    : {
        rules: [
          ...diagnosedInTime(benefitCase),
          inTime(benefitCase),
          ...told(benefitCase),
          ...incomeOnce(benefitCase),
        ],
        amount: amountOf(benefitCase),
      };
