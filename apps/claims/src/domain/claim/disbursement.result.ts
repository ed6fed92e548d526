/** What the bank says became of a disbursement. */
export type DisbursementResult =
  | {
      readonly status: 'paid';
      readonly disbursementId: string;
      readonly amountRupiah: number;
      readonly paidAt: string;
    }
  | {
      readonly status: 'returned';
      readonly disbursementId: string;
      readonly amountRupiah: number;
      readonly returnedAt: string;
      readonly reason: string;
    };
