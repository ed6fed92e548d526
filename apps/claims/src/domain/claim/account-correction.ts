/** Where the money of a claim is to go instead. */
export interface AccountCorrection {
  readonly accountToken: string;
  /** In somebody's own words; never leaves this service. */
  readonly why: string;
  /** Who stated it, as their token says. */
  readonly by: string;
}
