/** What the operator of the service chooses where the published rules leave a choice. */
export interface Policy {
  /** Months after its last day in which cover still counts; 0 to 3. Whether unpaid months are covered is open. */
  readonly graceMonths: number;
  /** Whether the 24 × 500,000 of work accidents come on top of the lump sum: one source prints "or". */
  readonly periodicGrant: 'paid' | 'left-out';
  /** Whether a claim with missing documents may be approved, which is then noted, or not. */
  readonly documents: 'noted' | 'required';
  /** Whole rupiah from which on two persons have to approve. */
  readonly secondPersonFromRupiah: number;
}

/** A round sum above what all but the gravest accidents come to. */
const SECOND_PERSON_FROM_RUPIAH = 500_000_000;

export const USUAL_POLICY: Policy = {
  graceMonths: 0,
  periodicGrant: 'paid',
  documents: 'noted',
  secondPersonFromRupiah: SECOND_PERSON_FROM_RUPIAH,
};
