import type { Programme } from '#libs/kernel';
import { mustHold, shouldHold, type BenefitCase, type Granted, type RuleVerdict } from '../benefit-case.js';
import { isTotal, type ScholarshipEvent } from '../findings.js';

/** Paragraph 5.3: what of each programme opens scholarships. */
const OPENING: Readonly<Partial<Record<Programme, readonly ScholarshipEvent[]>>> = {
  JKK: ['death', 'total-disability'],
  JKM: ['death'],
};

/** What a granted benefit has shown: somebody has examined the papers of it. */
const eventShownBy = ({ benefit, findings }: Granted): ScholarshipEvent | null => {
  if (benefit === 'death-grant' || benefit === 'funeral') return 'death';
  return isTotal(findings) ? 'total-disability' : null;
};

const shown = ({ granted, programme, occurredOn }: BenefitCase): readonly (ScholarshipEvent | null)[] =>
  granted
    .filter((before) => before.programme === programme && before.occurredOn === occurredOn)
    .map(eventShownBy);

/**
 * The death or total disability of that day was granted by the same programme. Where papers alone say that it was
 * granted elsewhere, that is noted; without either no scholarship is paid.
 */
export const opened = (benefitCase: BenefitCase): RuleVerdict => {
  const { programme, findings } = benefitCase;
  const opens = (event: ScholarshipEvent | null | undefined): boolean =>
    event != null && OPENING[programme]?.includes(event) === true;
  const isShown = shown(benefitCase).some(opens);
  const elsewhere = findings?.kind === 'school-years' ? findings.grantedElsewhere : null;
  return !isShown && opens(elsewhere)
    ? shouldHold('death-or-total-disability', false, 'granted-elsewhere')
    : mustHold('death-or-total-disability', isShown, 'event-opens-no-scholarship');
};
