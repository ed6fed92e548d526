import { addMonths, monthOf, monthsBetween, type Month } from '#libs/kernel';
import { contributionsFor } from '../cover/cover.questions.js';
import type { BenefitCase } from './benefit-case.js';
import { broughtForwardIn, type BroughtForward } from './findings.js';
import { inForce, portion, WHOLE, type CalculationLine, type Dated } from './calculation.js';

/** What savings earn in a year, in hundredths of a percent. */
export interface Yield extends Dated {
  readonly yearlyBasisPoints: number;
}

/** Money that came in a month; below nought: that went. */
export interface Movement {
  readonly month: Month;
  readonly amountRupiah: number;
}

const MONTHS_OF_YEAR = 12;

const yearOf = (month: Month): number => Number(month.slice(0, 4));

/** Month's money of one year: what lay there × how many months it earned, up to and with `last`. */
const earningOf = (year: number, carriedRupiah: number, movements: readonly Movement[], last: Month) => {
  const before = `${year - 1}-12`;
  const whole = carriedRupiah * Math.max(0, monthsBetween(before, last));
  return movements
    .filter(({ month }) => yearOf(month) === year)
    .reduce(
      (sum, { month, amountRupiah }) => sum + amountRupiah * Math.max(0, monthsBetween(month, last)),
      whole,
    );
};

/** The yield of each year, from the first movement through the month. */
const yieldLines = (
  movements: readonly Movement[],
  through: Month,
  yields: readonly Yield[],
): CalculationLine[] => {
  const lines: CalculationLine[] = [];
  let balance = 0;
  for (
    let year = Math.min(...movements.map(({ month }) => yearOf(month)));
    year <= yearOf(through);
    year += 1
  ) {
    const last = year === yearOf(through) ? through : `${year}-12`;
    const basisPoints = inForce(yields, `${year}-01-01`)?.yearlyBasisPoints ?? 0;
    const amountRupiah = portion(
      Math.max(0, earningOf(year, balance, movements, last)),
      basisPoints,
      MONTHS_OF_YEAR * WHOLE,
    );
    balance += amountRupiah;
    for (const { month, amountRupiah: moved } of movements) balance += yearOf(month) === year ? moved : 0;
    const rule = `Yield of ${basisPoints / 100} % a year, from the month after money came; assumed, not published`;
    if (amountRupiah > 0) lines.push({ label: `Yield of ${year}, through ${last}`, amountRupiah, rule });
  }
  return lines;
};

const sumOf = (movements: readonly Movement[]): number =>
  movements.reduce((sum, { amountRupiah }) => sum + amountRupiah, 0);

/**
 * Contributions that came by the day of submission, and what was paid out of them; null where an amount is not known. A
 * balance that was brought forward holds all that moved by its month.
 */
const movementsOf = (benefitCase: BenefitCase, fund: 'JHT' | 'JP'): readonly Movement[] | null => {
  const { cover, membershipId, submittedOn, granted, programme } = benefitCase;
  const since = broughtForwardIn(benefitCase.findings)?.through ?? '';
  const paid = contributionsFor(cover, { membershipId, programme }).filter(
    ({ paidOn }) => paidOn <= submittedOn && monthOf(paidOn) > since,
  );
  if (paid.some(({ saved }) => saved === null)) return null;
  const out = granted.filter(
    (before) =>
      before.programme === fund && before.membershipId === membershipId && monthOf(before.decidedOn) > since,
  );
  return [
    ...paid.map(({ paidOn, saved }) => ({ month: monthOf(paidOn), amountRupiah: saved![fund] })),
    ...out.map(({ decidedOn, amountRupiah }) => ({ month: monthOf(decidedOn), amountRupiah: -amountRupiah })),
  ];
};

const movementLines = (movements: readonly Movement[], fund: 'JHT' | 'JP'): CalculationLine[] => {
  const paid = movements.filter(({ amountRupiah }) => amountRupiah >= 0);
  const out = movements.filter(({ amountRupiah }) => amountRupiah < 0);
  const line = (label: string, of: readonly Movement[], rule: string): CalculationLine[] =>
    of.length === 0 ? [] : [{ label, amountRupiah: sumOf(of), rule: `${fund}: ${rule}` }];
  return [
    ...line(`${paid.length} contributions`, paid, 'contributions that came by the day of the claim'),
    ...line('Paid before', out, 'the balance pays once'),
  ];
};

const openingLines = (brought: BroughtForward | null, fund: 'JHT' | 'JP'): CalculationLine[] => {
  if (brought === null) return [];
  const { amountRupiah, through } = brought;
  const rule = `${fund}: the balance of the operator’s statement, with its yield`;
  return [{ label: `Brought forward, through ${through}`, amountRupiah, rule }];
};

/** How the balance of the membership comes about, as of the month before the event; null where it cannot be known here. */
export const savingsLines = (
  benefitCase: BenefitCase,
  fund: 'JHT' | 'JP',
  yields: readonly Yield[],
): readonly CalculationLine[] | null => {
  const known = movementsOf(benefitCase, fund);
  if (known === null) return null;
  const brought = broughtForwardIn(benefitCase.findings);
  const opening = brought === null ? [] : [{ month: brought.through, amountRupiah: brought.amountRupiah }];
  const movements = [...opening, ...known];
  if (movements.length === 0) return [];
  return [
    ...openingLines(brought, fund),
    ...movementLines(known, fund),
    ...yieldLines(movements, addMonths(monthOf(benefitCase.occurredOn), -1), yields),
  ];
};
