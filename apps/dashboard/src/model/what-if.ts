import { monthlyRupiah, type LowestContribution } from './contribution.js';

/** Fewer months of contributions in a row buy the funeral part alone of a death not at work. Source: the JKM three-month rule. */
export const SPONSORED_MONTHS_LEAST = 3;

const HUNDREDTHS_OF_PER_CENT = 10_000n;

/** The least number of persons that reaches a share of a denominator; the percentage counts to two decimals. */
export const personsAt = (percent: number, denominator: number): number => {
  const hundredths = BigInt(Math.round(percent * 100));
  return Number((hundredths * BigInt(denominator) + HUNDREDTHS_OF_PER_CENT - 1n) / HUNDREDTHS_OF_PER_CENT);
};

/** How a gap would be closed. */
export interface Wish {
  readonly percent: number;
  readonly persons: number;
  readonly denominator: number;
  /** Of those who are missing, so many have their months paid for by a sponsor or a budget. */
  readonly sponsored: number;
  readonly months: number;
}

/** Who pays for how many persons, in whole rupiah. */
export interface PayerShare {
  readonly payer: 'self' | 'sponsor';
  readonly persons: number;
  readonly monthlyRupiah: number;
  /** Over the months that are sponsored; those who pay themselves go on. */
  readonly totalRupiah: number | null;
}

/** What closing the gap takes. */
export interface WhatIf {
  readonly needed: number;
  readonly asked: number;
  readonly monthlyRupiah: number;
  readonly payers: readonly PayerShare[];
  /** Somebody is sponsored for too few months to be protected in full. */
  readonly isTooShort: boolean;
}

/** What it takes to reach a share: people, and money by payer. */
export const whatIf = (
  { percent, persons, denominator, sponsored, months }: Wish,
  contribution: LowestContribution,
): WhatIf => {
  const asked = personsAt(percent, denominator);
  const needed = Math.max(0, asked - persons);
  const paidFor = Math.min(sponsored, needed);
  const each = monthlyRupiah(contribution);
  return {
    needed,
    asked,
    monthlyRupiah: needed * each,
    payers: [
      {
        payer: 'self',
        persons: needed - paidFor,
        monthlyRupiah: (needed - paidFor) * each,
        totalRupiah: null,
      },
      {
        payer: 'sponsor',
        persons: paidFor,
        monthlyRupiah: paidFor * each,
        totalRupiah: paidFor * each * months,
      },
    ],
    isTooShort: paidFor > 0 && months < SPONSORED_MONTHS_LEAST,
  };
};
