/** What paying late came to with a payment: what it was charged, and what of the fees so far it paid. */
export interface LateFees {
  readonly chargedRupiah: number;
  readonly paidRupiah: number;
}

export const NO_LATE_FEES: LateFees = { chargedRupiah: 0, paidRupiah: 0 };

/** By how much the fees that are owed grow with it. */
export const owedBy = ({ chargedRupiah, paidRupiah }: LateFees): number => chargedRupiah - paidRupiah;
