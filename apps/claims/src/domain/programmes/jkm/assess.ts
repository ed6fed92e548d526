import { monthOf } from '#libs/kernel';
import { consecutiveMonths, contributedMonths, coverOn, termsOn } from '../../cover/cover.questions.js';
import { mustHold, type Assessment, type BenefitCase, type RuleVerdict } from '../benefit-case.js';
import { computed, ENTERED, inForce, inRupiah, type Amount } from '../calculation.js';
import { childrenKnown } from '../scholarship/children.js';
import { opened } from '../scholarship/opened-by.js';
import { scholarshipAmount } from '../scholarship/scholarship.js';
import { DEATH_BENEFITS, SCHOLARSHIP_MONTHS, WAITING } from './rules.js';

const grant = ({ occurredOn }: BenefitCase): Amount => {
  const inEffect = inForce(DEATH_BENEFITS, occurredOn);
  if (inEffect === null) return ENTERED;
  const { grantRupiah, periodicTimes, periodicRupiah, rule } = inEffect;
  const label = `Periodic grant, ${periodicTimes} × ${inRupiah(periodicRupiah)} paid at once`;
  return computed([
    { label: 'Death grant', amountRupiah: grantRupiah, rule },
    { label, amountRupiah: periodicTimes * periodicRupiah, rule },
  ]);
};

/** The funeral, which is the same whichever programme pays it. */
export const funeral = ({ occurredOn }: BenefitCase): Amount => {
  const inEffect = inForce(DEATH_BENEFITS, occurredOn);
  return inEffect === null
    ? ENTERED
    : computed([{ label: 'Funeral', amountRupiah: inEffect.funeralRupiah, rule: inEffect.rule }]);
};

/** Null where the segment need not wait. The segment is that of the cover, or of the membership where there is none. */
const waited = (benefitCase: BenefitCase): RuleVerdict | null => {
  const { cover, membershipId, occurredOn } = benefitCase;
  const segment =
    coverOn(cover, benefitCase, occurredOn)?.segment ?? termsOn(cover, membershipId, occurredOn)?.segment;
  const waiting = inForce(WAITING, occurredOn);
  if (waiting === null || segment === undefined || !waiting.segments.includes(segment)) return null;
  const months = consecutiveMonths(cover, benefitCase, monthOf(occurredOn));
  return mustHold('three-consecutive-months', months >= waiting.months, 'waiting-months-missing');
};

const deathGrant = (benefitCase: BenefitCase): Assessment => {
  const verdict = waited(benefitCase);
  if (verdict?.verdict !== 'broken')
    return { rules: verdict === null ? [] : [verdict], amount: grant(benefitCase) };
  const rule = 'Due after consecutive months of contributions; until then the funeral alone';
  return { rules: [verdict], amount: computed([{ label: 'Death grant', amountRupiah: 0, rule }]) };
};

const scholarship = (benefitCase: BenefitCase): Assessment => {
  const { cover, occurredOn } = benefitCase;
  const needed = inForce(SCHOLARSHIP_MONTHS, occurredOn)?.months ?? 0;
  const months = contributedMonths(cover, benefitCase, monthOf(occurredOn));
  return {
    rules: [
      opened(benefitCase),
      mustHold('three-years-of-contributions', months >= needed, 'contribution-years-missing'),
      ...childrenKnown(benefitCase),
    ],
    amount: scholarshipAmount(benefitCase),
  };
};

/** A death outside work: paragraphs 1 and 5. */
export const assessJkm = (benefitCase: BenefitCase): Assessment => {
  if (benefitCase.benefit === 'death-grant') return deathGrant(benefitCase);
  if (benefitCase.benefit === 'scholarship') return scholarship(benefitCase);
  return { rules: [], amount: funeral(benefitCase) };
};
