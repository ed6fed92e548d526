import type { Programme } from '#libs/kernel';
import { mustHold, type Assessment, type BenefitCase } from './benefit-case.js';
import { ENTERED } from './calculation.js';
import { assessJht } from './jht/assess.js';
import { assessJkk } from './jkk/assess.js';
import { assessJkm } from './jkm/assess.js';
import { assessJp } from './jp/assess.js';

const PROGRAMMES: Readonly<Record<Programme, (benefitCase: BenefitCase) => Assessment>> = {
  JKK: assessJkk,
  JKM: assessJkm,
  JHT: assessJht,
  JP: assessJp,
  JKP: () => ({ rules: [], amount: ENTERED }),
};

/** The programme's own rules on the case, and what it comes to; nothing is granted where that is nought. */
export const assess = (benefitCase: BenefitCase): Assessment => {
  const { rules, amount } = PROGRAMMES[benefitCase.programme](benefitCase);
  const isNothing = amount.kind === 'computed' && amount.amountRupiah <= 0;
  return isNothing
    ? { rules: [...rules, mustHold('something-due', false, 'nothing-due')], amount }
    : { rules, amount };
};
