/** What the operator of the service chooses where the published rules leave a choice. */
export interface Policy {
  /** Months after its last day in which cover still counts; 0 to 3. Whether unpaid months are covered is open. */
  readonly graceMonths: number;
  /** Whether the 24 × 500,000 of work accidents come on top of the lump sum: one source prints "or". */
  readonly periodicGrant: 'paid' | 'left-out';
}

export const USUAL_POLICY: Policy = { graceMonths: 0, periodicGrant: 'paid' };
