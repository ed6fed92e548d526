import type { Programme } from '#libs/kernel';
import type { Amounts } from './amounts.js';

/** How a part of a month's contribution comes about; below nought where something is taken off. */
export type Step = {
  readonly programme: Programme;
  readonly amountRupiah: number;
  /** The rule behind it. */
  readonly regulation: string;
} & (
  | {
      /** As the table prints it for incomes from here on. */
      readonly kind: 'bracket';
      readonly incomeFromRupiah: number;
      readonly basisRupiah: number;
    }
  | {
      /** A temporary cut of what the table says. */
      readonly kind: 'relief';
      readonly percentCharged: number;
    }
  | {
      /** Of the wage, or of the ceiling where the wage is above it. */
      readonly kind: 'share';
      readonly wageRupiah: number;
      readonly ceilingRupiah: number | null;
      readonly basisPoints: number;
    }
);

/** A month's contribution, and the steps that add up to it. */
export interface Calculation {
  readonly amounts: Amounts;
  readonly steps: readonly Step[];
}

/** The contribution that the steps add up to. */
export const calculated = (steps: readonly Step[]): Calculation => {
  const amounts: Partial<Record<Programme, number>> = {};
  for (const { programme, amountRupiah } of steps)
    amounts[programme] = (amounts[programme] ?? 0) + amountRupiah;
  return { amounts, steps };
};
